export { askGateway, findOutcome, gatewayTimeoutSeconds } from "./ask-gateway.ts";
export { captureOnDelivery } from "./capture-on-delivery.ts";
export { findStartedPayments } from "./find-started-payments.ts";
export type { ChargeRequest, GatewayOutcome, PaymentGateway, RefundRequest } from "./gateway.ts";
export { listPayments } from "./list-payments.ts";
export { recordOutcome, type PaymentOutcome } from "./record-outcome.ts";
export { settleRefunds } from "./settle-refunds.ts";
export { startPayment } from "./start-payment.ts";
export { startRefunds } from "./start-refunds.ts";
