import { paymentMethodLabels } from "@cartwright/core/payments/schemas";
import { addressLine } from "../../components/address/address-draft.ts";
import { CartNotices } from "../../components/cart-notices.tsx";
import { Notice } from "../../components/notice.tsx";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { AddressStep } from "./address-step.tsx";
import { CheckoutSummary } from "./checkout-summary.tsx";
import { EmailStep } from "./email-step.tsx";
import { HoldRanOut } from "./hold-note.tsx";
import { PaymentStep, type PaymentDraft } from "./payment-step.tsx";
import { ShippingStep } from "./shipping-step.tsx";
import { Step, type StepState } from "./step.tsx";
import type { CheckoutView } from "./use-checkout.ts";
import type { Hold } from "./use-hold.ts";
import type { usePlaceOrder } from "./use-place-order.ts";

const steps = ["email", "shippingAddress", "shippingMethod", "payment"] as const;
type StepName = (typeof steps)[number];

/** What the checkout needs to know of the shop. */
export interface CheckoutShop {
  /** Where addresses start from. */
  country: string;
  /** Where transfers go; empty while the shop has not told. */
  bankAccount: string;
}

interface CheckoutFormProps {
  checkout: CheckoutView;
  shop: CheckoutShop;
  order: ReturnType<typeof usePlaceOrder>;
  hold: Hold;
  /** Where codes are entered. */
  coupon: ReactNode;
}

/** One page in four steps: the first that lacks something is open, and what is done can be changed. */
export function CheckoutForm({ checkout, shop, order, hold, coupon }: CheckoutFormProps) {
  const [payment, setPayment] = useState<PaymentDraft>({ method: checkout.paymentMethods[0], cardNumber: "", isSplit: false, transfer: "" });
  const [edited, setEdited] = useState<StepName | null>(null);
  const { email, shippingAddress, billingAddress, shippingMethod, missing, cart } = checkout;
  const firstMissing: StepName = steps.find((step) => (missing as readonly string[]).includes(step)) ?? "payment";
  const open = edited ?? firstMissing;
  const stateOf = (step: StepName): StepState => {
    if (step === open) return "open";
    return steps.indexOf(step) < steps.indexOf(firstMissing) ? "done" : "waiting";
  };
  const step = (name: StepName) => ({ number: steps.indexOf(name) + 1, state: stateOf(name), onEdit: () => setEdited(name) });
  const done = () => setEdited(null);
  return (
    <div className="grid items-start gap-x-14 gap-y-10 lg:grid-cols-[1fr_23rem]">
      <div className="rule-double max-lg:order-1">
        <HoldRanOut hold={hold} className="mb-6" />
        <CartNotices notices={cart.notices} className="mb-6" />
        {!cart.canCheckOut && <CartNeedsCare />}
        <Step {...step("email")} title="Where the confirmation goes" summary={email}>
          <EmailStep checkout={checkout} onDone={done} />
        </Step>
        <Step
          {...step("shippingAddress")}
          title="Where the parcel goes"
          summary={
            <>
              {shippingAddress && addressLine(shippingAddress)}
              {billingAddress && <span className="block">Bill: {addressLine(billingAddress)}</span>}
            </>
          }
        >
          <AddressStep checkout={checkout} country={shop.country} onDone={done} />
        </Step>
        <Step {...step("shippingMethod")} title="How it comes" summary={shippingMethod?.name}>
          <ShippingStep checkout={checkout} onDone={done} />
        </Step>
        <Step {...step("payment")} title="How you pay" summary={checkout.paymentMethods.map((method) => paymentMethodLabels[method]).join(" or ")}>
          <PaymentStep checkout={checkout} bankAccount={shop.bankAccount} draft={payment} onChange={setPayment} order={order} />
        </Step>
      </div>
      <CheckoutSummary checkout={checkout} hold={hold} coupon={coupon} />
    </div>
  );
}

function CartNeedsCare() {
  return (
    <Notice tone="warn" className="mb-6">
      Something in your cart can’t be bought as it stands.{" "}
      <Link to="/cart" className="link font-medium">
        Look at the cart
      </Link>
    </Notice>
  );
}
