import { accountTree } from "./account.tsx";
import { brandRoute } from "./brand.tsx";
import { cartRoute } from "./cart.tsx";
import { categoryRoute } from "./category.tsx";
import { checkoutRoute } from "./checkout.tsx";
import { helpRoute } from "./help.tsx";
import { homeRoute } from "./home.tsx";
import { confirmationRoute, findOrderRoute } from "./orders.tsx";
import { productRoute } from "./product.tsx";
import { productsRoute } from "./products.tsx";
import { rootRoute } from "./root.tsx";
import { searchRoute } from "./search.ts";
import { signInRoutes } from "./sign-in.tsx";

/** Every page of the shop by its address. */
export const routeTree = rootRoute.addChildren([
  homeRoute,
  productsRoute,
  productRoute,
  categoryRoute,
  brandRoute,
  searchRoute,
  cartRoute,
  checkoutRoute,
  confirmationRoute,
  findOrderRoute,
  ...signInRoutes,
  accountTree,
  helpRoute,
]);
