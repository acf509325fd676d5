import type { FaultPoint, Guard } from "@cartwright/core/kernel";
import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { FaultOrder } from "./messages.ts";

/** Puts the hook in place that the fault points of core look for. Returns how to give it its orders. */
export function installHook(guards: readonly string[]): (orders: readonly FaultOrder[]) => void {
  let orders: FaultOrder[] = [];
  globalThis.cartwrightTorture = {
    async reach(point: FaultPoint) {
      const due = orders.filter((order) => order.point === point && (order.nth -= 1) === 0);
      for (const order of due) {
        // Written at once: what a process is about to say when it dies is lost.
        writeSync(1, `fault ${point}${order.pauseMilliseconds ? ` pause ${order.pauseMilliseconds}` : " kill"}\n`);
        if (order.pauseMilliseconds) await pause(order.pauseMilliseconds);
        else process.kill(process.pid, "SIGKILL");
      }
    },
    isWithout: (guard: Guard) => guards.includes(guard),
  };
  return (given) => {
    orders = given.map((order) => ({ ...order }));
  };
}
