import type { AsyncCommand } from "fast-check";
import { adjustStock, getLevels, receiveStock, receiveTransfer, sendTransfer } from "../../src/inventory/index.ts";
import { add, at, type Model } from "./model.ts";
import { expectStock, type Shop } from "./shop.ts";

type Location = "main" | "back";

/** A delivery from a supplier. */
export class Receive implements AsyncCommand<Model, Shop> {
  constructor(
    readonly variant: number,
    readonly location: Location,
    readonly quantity: number,
  ) {}

  check = () => true;

  async run(model: Model, shop: Shop): Promise<void> {
    await receiveStock(shop.staff, { variantId: at(shop.variantIds, this.variant), location: this.location, quantity: this.quantity });
    add(model.onHand, this.variant, this.quantity);
    await expectStock(model, shop);
  }

  toString = () => `${this.quantity} of variant ${this.variant} arrive at ${this.location}`;
}

/** Staff find fewer units than the shop thought, though none that are promised. */
export class FindFewer implements AsyncCommand<Model, Shop> {
  constructor(
    readonly variant: number,
    readonly location: Location,
    readonly most: number,
  ) {}

  check = () => true;

  async run(model: Model, shop: Shop): Promise<void> {
    const quantity = Math.min(this.most, await freeAt(shop, this.variant, this.location));
    if (quantity === 0) return;
    await adjustStock(shop.staff, { variantId: at(shop.variantIds, this.variant), location: this.location, by: -quantity, reason: "broken" });
    add(model.onHand, this.variant, -quantity);
    await expectStock(model, shop);
  }

  toString = () => `up to ${this.most} of variant ${this.variant} are missing at ${this.location}`;
}

/** Units leave one location for the other. */
export class Send implements AsyncCommand<Model, Shop> {
  constructor(
    readonly variant: number,
    readonly from: Location,
    readonly most: number,
  ) {}

  check = () => true;

  async run(model: Model, shop: Shop): Promise<void> {
    const quantity = Math.min(this.most, await freeAt(shop, this.variant, this.from));
    if (quantity === 0) return;
    const to = this.from === "main" ? "back" : "main";
    const sent = await sendTransfer(shop.staff, { from: this.from, to, lines: [{ variantId: at(shop.variantIds, this.variant), quantity }] });
    shop.transferIds.push(sent.id);
    model.transfers.push({ variant: this.variant, quantity, isOpen: true });
    add(model.onHand, this.variant, -quantity);
    await expectStock(model, shop);
  }

  toString = () => `up to ${this.most} of variant ${this.variant} are sent from ${this.from}`;
}

/** What is under way arrives. */
export class Arrive implements AsyncCommand<Model, Shop> {
  check = (model: Readonly<Model>) => model.transfers.some((transfer) => transfer.isOpen);

  async run(model: Model, shop: Shop): Promise<void> {
    for (const [index, transfer] of model.transfers.entries()) {
      if (!transfer.isOpen) continue;
      await receiveTransfer(shop.staff, { transfer: at(shop.transferIds, index) });
      transfer.isOpen = false;
      add(model.onHand, transfer.variant, transfer.quantity);
    }
    await expectStock(model, shop);
  }

  toString = () => "every transfer arrives";
}

async function freeAt(shop: Shop, variant: number, location: Location): Promise<number> {
  const { levels } = await getLevels(shop.staff, { variantId: at(shop.variantIds, variant) });
  return levels.find((level) => level.location.code === location)?.available ?? 0;
}
