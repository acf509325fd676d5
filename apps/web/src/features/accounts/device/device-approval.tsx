import { DeviceCodeInput } from "@cartwright/core/accounts/schemas";
import { useState } from "react";
import { AnswerDevice } from "./answer-device.tsx";
import { DeviceCodeForm } from "./device-code-form.tsx";

/** A command line asks to be signed in: its code, what it says of itself, and yes or no. */
export function DeviceApproval({ code }: { code: string }) {
  const [userCode, setUserCode] = useState(() => readCode(code));
  if (userCode === null) return <DeviceCodeForm initial={code} onCode={setUserCode} />;
  return <AnswerDevice userCode={userCode} onAnother={() => setUserCode(null)} />;
}

function readCode(text: string): string | null {
  return DeviceCodeInput.safeParse({ userCode: text }).data?.userCode ?? null;
}
