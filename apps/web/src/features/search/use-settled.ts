import { useCallback, useEffect, useRef } from "react";

const settleMilliseconds = 350;

/** Does it with the last value, once no further one comes. */
export function useSettled<Value>(act: (value: Value) => void): (value: Value) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((value: Value) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(value), settleMilliseconds);
  }, []);
}
