import { BoundBox } from "./bound-box.tsx";

interface BoundProps {
  label: string;
  name: string;
  value: string | undefined;
  placeholder: string;
  onChange: (value: string | undefined) => void;
}

/** Both ends of a range, to be typed. */
export function RangeBoxes({ min, max }: { min: BoundProps; max: BoundProps }) {
  return (
    <div className="flex items-center gap-2">
      <BoundBox {...min} />
      <span className="text-soft">to</span>
      <BoundBox {...max} />
    </div>
  );
}
