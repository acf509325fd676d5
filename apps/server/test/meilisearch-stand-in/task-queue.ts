import { ApiError } from "./api-error.ts";

export interface StandInTask {
  uid: number;
  batchUid: number | null;
  indexUid: string | null;
  status: "enqueued" | "processing" | "succeeded" | "failed" | "canceled";
  type: string;
  canceledBy: null;
  details: Record<string, unknown>;
  error: ApiError["body"] | null;
  duration: string | null;
  enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

/** Tasks run one after the other, in their order, some time after they were asked for. */
export class TaskQueue {
  readonly tasks: StandInTask[] = [];
  /** How long each takes. */
  milliseconds = 1;
  /** The next task of the type fails so. */
  readonly failures: { type: string; error: ApiError }[] = [];
  /** No task is begun. */
  isHeld = false;
  private waiting: { task: StandInTask; run: () => void }[] = [];
  private isRunning = false;

  enqueue(type: string, { indexUid, details = {}, run }: { indexUid: string | null; details?: Record<string, unknown>; run: () => void }) {
    const enqueuedAt = new Date().toISOString();
    const empty = { batchUid: null, canceledBy: null, error: null, duration: null, startedAt: null, finishedAt: null };
    const task: StandInTask = { uid: this.tasks.length, indexUid, status: "enqueued", type, details, enqueuedAt, ...empty };
    this.tasks.push(task);
    this.waiting.push({ task, run });
    this.go();
    return { taskUid: task.uid, indexUid, status: task.status, type, enqueuedAt };
  }

  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    this.go();
  }

  find(uid: number): StandInTask {
    const task = this.tasks[uid];
    if (!task) throw new ApiError("task_not_found", `Task \`${uid}\` not found.`);
    return task;
  }

  list(query: URLSearchParams) {
    const wanted = (name: string) => query.get(name)?.split(",");
    const [types, statuses, indexUids] = [wanted("types"), wanted("statuses"), wanted("indexUids")];
    const after = query.get("afterEnqueuedAt");
    const found = this.tasks
      .filter(({ type }) => !types || types.includes(type))
      .filter(({ status }) => !statuses || statuses.includes(status))
      .filter(({ indexUid }) => !indexUids || (indexUid !== null && indexUids.includes(indexUid)))
      .filter(({ enqueuedAt }) => !after || Date.parse(enqueuedAt) > Date.parse(after))
      .toReversed();
    const limit = Number(query.get("limit") ?? 20);
    return { results: found.slice(0, limit), total: found.length, limit, from: found[0]?.uid ?? null, next: found[limit]?.uid ?? null };
  }

  private go(): void {
    if (this.isRunning || this.isHeld) return;
    const next = this.waiting.shift();
    if (!next) return;
    this.isRunning = true;
    next.task.status = "processing";
    next.task.startedAt = new Date().toISOString();
    setTimeout(() => {
      this.finish(next);
      this.isRunning = false;
      this.go();
    }, this.milliseconds);
  }

  private finish({ task, run }: { task: StandInTask; run: () => void }): void {
    try {
      const failure = this.failures.findIndex(({ type }) => type === task.type);
      if (failure >= 0) throw this.failures.splice(failure, 1)[0]?.error;
      run();
      task.status = "succeeded";
    } catch (error) {
      task.status = "failed";
      task.error = (error instanceof ApiError ? error : new ApiError("internal", String(error))).body;
    }
    task.finishedAt = new Date().toISOString();
    task.duration = "PT0.001S";
    task.batchUid = task.uid;
  }
}
