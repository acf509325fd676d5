import type { Context } from "@cartwright/core/kernel";
import type { Logger } from "pino";
import { AvailabilityFollower } from "./availability-follower.ts";
import { OpenStreams, type StreamLimits } from "./open-streams.ts";

export interface LiveOptions extends StreamLimits {
  /** How often a stream of staff asks again who it belongs to. */
  recheckSeconds?: number;
}

const recheckSeconds = 60;

/** The streams of news of one server process. */
export interface Live {
  streams: OpenStreams;
  availability: AvailabilityFollower;
  recheckSeconds: number;
}

export function openLive(context: () => Promise<Context>, logger: Logger, options: LiveOptions): Live {
  return {
    streams: new OpenStreams(options),
    availability: new AvailabilityFollower(context, logger),
    recheckSeconds: options.recheckSeconds ?? recheckSeconds,
  };
}
