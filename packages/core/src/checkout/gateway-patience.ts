const mostSilences = 5;

/**
 * How long a sweep goes on asking: a gateway that gave no answer several times in a row is left alone until the next
 * sweep, so that waiting for it does not keep the others waiting.
 */
export function gatewayPatience() {
  const silences = new Map<string, number>();
  return {
    isOver: (gateway: string) => (silences.get(gateway) ?? 0) >= mostSilences,
    note: (gateway: string, hasAnswered: boolean) => void silences.set(gateway, hasAnswered ? 0 : (silences.get(gateway) ?? 0) + 1),
  };
}
