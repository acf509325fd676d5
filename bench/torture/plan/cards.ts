import type { Random } from "../../shop/random.ts";
import { cardNumber, chargeFaults, refundFaults, type ChargeFault } from "../gateway/card.ts";

export interface PlannedCard {
  number: string;
  fault: ChargeFault;
  isDeclined: boolean;
}

/** Cards whose number tells the bank how to fail. */
export class CardDrawer {
  private serial = 0;

  constructor(
    private readonly random: Random,
    private readonly story: number,
  ) {}

  draw(): PlannedCard {
    const { random } = this;
    const isDeclined = random.chance(0.12);
    const fault = random.chance(0.6) ? "none" : random.pick(chargeFaults);
    const number = cardNumber({
      isDeclined,
      charge: fault,
      deafFinds: random.chance(0.25) ? random.between(1, 3) : 0,
      refund: random.chance(0.6) ? "none" : random.pick(refundFaults),
      delayMilliseconds: random.between(0, 500),
      story: this.story,
      serial: (this.serial += 1),
    });
    return { number, fault, isDeclined };
  }
}
