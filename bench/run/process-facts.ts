import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Resident memory of a process in megabytes: now, and the most it ever had where the system keeps that. */
export function memoryOf(pid: number): { nowMb: number; peakMb: number } {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) {
    const text = readFileSync(status, "utf8");
    const kilobytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1] ?? 0);
    return { nowMb: kilobytes("VmRSS") / 1_024, peakMb: kilobytes("VmHWM") / 1_024 };
  }
  const nowMb = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1_024;
  return { nowMb, peakMb: nowMb };
}

/** Processor time a process has used so far, in milliseconds; 0 where the system does not tell. */
export function processorMsOf(pid: number): number {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return 0;
  const text = readFileSync(stat, "utf8");
  // The name in brackets may have spaces; user and system time are the 12th and 13th behind it, in hundredths.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
