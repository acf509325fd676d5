export { demoAccounts, seedDemoShop, type SeedOptions } from "./seed-demo-shop.ts";
