export { answerDeviceRequest } from "./answer-device-request.ts";
export { beginDeviceSignIn } from "./begin-device-sign-in.ts";
export { findDeviceRequest } from "./find-device-request.ts";
export { pollDeviceSignIn } from "./poll-device-sign-in.ts";
export { pruneDeviceGrants } from "./prune-device-grants.ts";
