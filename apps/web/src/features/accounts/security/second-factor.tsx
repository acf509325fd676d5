import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { formatDay } from "../../../lib/date.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useState } from "react";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { RenewCodes, TurnOff } from "./change-second-factor.tsx";
import { SetUpSecondFactor } from "./set-up-second-factor.tsx";

type Doing = "nothing" | "setting-up" | "renewing" | "turning-off";

/** Whether it is on, and what can be done about it. */
export function SecondFactor({ hasPassword }: { hasPassword: boolean }) {
  const [{ isOn, isRequired, onSince, recoveryCodesLeft }] = trpc.accounts.secondFactor.get.useSuspenseQuery();
  const utils = trpc.useUtils();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [codes, setCodes] = useState<string[] | null>(null);
  const changed = async (recoveryCodes: string[] | null) => {
    setCodes(recoveryCodes);
    setDoing("nothing");
    await Promise.all([utils.accounts.secondFactor.get.invalidate(), utils.accounts.me.invalidate()]);
  };
  const stop = () => setDoing("nothing");
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />;
  if (doing === "setting-up") return <SetUpSecondFactor onDone={changed} onStop={stop} />;
  if (doing === "renewing") return <RenewCodes onDone={changed} onStop={stop} />;
  if (doing === "turning-off") return <TurnOff onDone={changed} onStop={stop} />;
  if (!isOn && !hasPassword) return <p>Choose a password first: a second factor goes beside one.</p>;
  if (!isOn) {
    return (
      <div className="space-y-4">
        {isRequired && <Notice tone="warn">The shop wants one of all its staff.</Notice>}
        <Button look="quiet" size="sm" onClick={() => setDoing("setting-up")}>
          Set it up
        </Button>
      </div>
    );
  }
  return (
    <div className="space-y-4">
      <p>
        It is on{onSince && ` since ${formatDay(onSince)}`}. {leftText(recoveryCodesLeft)}
      </p>
      {recoveryCodesLeft < 3 && <Notice tone="warn">Make new recovery codes, so that a lost telephone does not lock you out.</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" size="sm" onClick={() => setDoing("renewing")}>
          New recovery codes
        </Button>
        <Button look="quiet" size="sm" onClick={() => setDoing("turning-off")}>
          Turn it off
        </Button>
      </div>
    </div>
  );
}

function leftText(count: number): string {
  if (count === 0) return "None of your recovery codes is left.";
  return count === 1 ? "One recovery code is left." : `${count} recovery codes are left.`;
}
