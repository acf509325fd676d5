/** Somebody's things, which nobody else may see. */
export interface Belongings {
  order: { number: number; email: string };
  cartLineId: string;
  sessionId: string;
  apiTokenId: string;
  addressId: string;
}

/**
 * Every procedure that asks for no permission, and why that is well:
 * - `public`: it tells and does what is anybody's;
 * - `own`: it knows no other things than those of who asks;
 * - `word`: it takes an unguessable word that only its owner was given;
 * - a function: it names a thing, which does not exist for others. The function names somebody else's.
 */
export const openProcedures: Record<string, "public" | "own" | "word" | ((owner: Belongings) => object)> = {
  "accounts.signUp": "public",
  "accounts.requestVerification": "public",
  "accounts.verifyEmail": "word",
  "accounts.signIn": "public",
  "accounts.confirmSecondFactor": "word",
  "accounts.acceptInvitation": "word",
  "accounts.signOut": "own",
  "accounts.me": "own",
  "accounts.requestPasswordReset": "public",
  "accounts.resetPassword": "word",
  "accounts.changePassword": "own",
  "accounts.requestEmailChange": "own",
  "accounts.confirmEmailChange": "word",
  "accounts.erase": "own",
  "accounts.exportData": "own",
  "accounts.reorder": ({ order }) => ({ order: String(order.number) }),
  "accounts.listSessions": "own",
  "accounts.revokeSession": ({ sessionId }) => ({ session: sessionId }),
  "accounts.revokeOtherSessions": "own",
  "accounts.profile": "own",
  "accounts.updateProfile": "own",
  "accounts.updatePreferences": "own",
  "accounts.addresses.list": "own",
  "accounts.addresses.create": "own",
  "accounts.addresses.update": ({ addressId }) => ({ addressId, isDefaultBilling: true }),
  "accounts.addresses.delete": ({ addressId }) => ({ addressId }),
  "accounts.device.begin": "public",
  "accounts.device.poll": "word",
  "accounts.device.find": "word",
  "accounts.device.approve": "word",
  "accounts.device.deny": "word",
  "accounts.secondFactor.get": "own",
  "accounts.secondFactor.begin": "own",
  "accounts.secondFactor.confirm": "own",
  "accounts.secondFactor.disable": "own",
  "accounts.secondFactor.renewRecoveryCodes": "own",
  "accounts.oauth.providers": "public",
  "accounts.oauth.begin": "public",
  "accounts.oauth.linked": "own",
  "accounts.oauth.link": "own",
  "accounts.oauth.unlink": "own",
  "cart.get": "own",
  "cart.addLine": "own",
  "cart.updateLine": ({ cartLineId }) => ({ lineId: cartLineId, quantity: 2 }),
  "cart.removeLine": ({ cartLineId }) => ({ lineId: cartLineId }),
  "cart.applyCoupon": "own",
  "cart.removeCoupon": "own",
  "catalog.listProducts": "public",
  "catalog.getProduct": "public",
  "catalog.listCategories": "public",
  "catalog.getCategory": "public",
  "catalog.listBrands": "public",
  "catalog.getFilters": "public",
  "catalog.listAttributes": "public",
  "checkout.get": "own",
  "checkout.update": "own",
  "checkout.hold": "own",
  "checkout.place": "own",
  "inventory.getAvailability": "public",
  "inventory.watchAvailability": "public",
  "orders.getByToken": "word",
  "orders.lookUp": ({ order }) => ({ orderNumber: String(order.number), email: "somebody.else@example.com" }),
  "orders.listMine": "own",
  "orders.getMine": ({ order }) => ({ order: String(order.number) }),
  "returns.ofOrder": ({ order }) => ({ access: { order: String(order.number) } }),
  "returns.request": ({ order }) => ({ access: { order: String(order.number) }, lines: [{ lineId: "oln_1", quantity: 1 }], reason: "other" }),
  "returns.cancelMine": ({ order }) => ({ access: { order: String(order.number) }, return: "1" }),
  "search.products": "public",
  "search.suggest": "public",
  "search.popular": "public",
  "search.click": "public",
  "search.purchased": ({ order }) => ({ access: { order: String(order.number) }, finds: [{ queryId: `sqr_${"0".repeat(26)}`, productId: "prd_1" }] }),
  "shop.get": "public",
  "tokens.list": "own",
  "tokens.create": "own",
  "tokens.revoke": ({ apiTokenId }) => ({ token: apiTokenId }),
};
