import { Thumbnail } from "../../components/picture.tsx";
import { classNames } from "../../lib/class-names.ts";
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { optionValues, type OptionValueState, type ProductView, type VariantView } from "./choose-variant.ts";

interface OptionPickerProps {
  name: string;
  product: ProductView;
  variant: VariantView;
  available: ReadonlyMap<string, number>;
}

/** One option as radio buttons; the variant they lead to stands in the address. */
export function OptionPicker({ name, product, variant, available }: OptionPickerProps) {
  const navigate = useNavigate();
  const groupName = useId();
  const values = optionValues(product, name, variant, available);
  const hasPictures = picturesDiffer(product, name);
  const choose = (target: VariantView) =>
    void navigate({ to: ".", search: { variant: target.id }, replace: true, resetScroll: false });
  return (
    <fieldset className="noscript:hidden">
      <legend className="mb-2.5 text-sm">
        <span className="text-soft">{name}:</span> <span className="font-medium">{variant.options[name]}</span>
      </legend>
      <div className="flex flex-wrap gap-2.5">
        {values.map((item) => (
          <OptionValue
            key={item.value}
            item={item}
            groupName={groupName}
            pictureUrl={hasPictures ? pictureOf(product, item.variant) : null}
            onChoose={choose}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface OptionValueProps {
  item: OptionValueState;
  groupName: string;
  pictureUrl: string | null;
  onChoose: (variant: VariantView) => void;
}

const remarks = { available: null, sold_out: "sold out", missing: "not made in this combination" };

function OptionValue({ item: { value, isChosen, state, variant }, groupName, pictureUrl, onChoose }: OptionValueProps) {
  const remark = remarks[state];
  return (
    <label
      className={classNames(
        "relative flex items-center rounded-md border text-sm transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        pictureUrl ? "w-19 flex-col" : "min-h-11 min-w-11 justify-center px-4",
        isChosen ? "border-ink ring-1 ring-ink" : "border-edge hover:border-ink",
        state !== "available" && "border-dashed text-soft",
      )}
    >
      <input type="radio" name={groupName} checked={isChosen} onChange={() => onChoose(variant)} className="sr-only" />
      {pictureUrl && <Thumbnail url={pictureUrl} className={classNames("w-full rounded-b-none", state !== "available" && "opacity-50")} />}
      <span className={classNames(pictureUrl && "px-1 py-1.5 text-center text-xs leading-tight", state !== "available" && "line-through decoration-1")}>
        {value}
      </span>
      {remark && <span className="sr-only">, {remark}</span>}
    </label>
  );
}

/** Whether each value of the option has a picture of its own. */
function picturesDiffer({ options, variants }: ProductView, name: string): boolean {
  const values = options.find((option) => option.name === name)?.values ?? [];
  const pictures = values.map((value) => new Set(variants.filter((variant) => variant.options[name] === value).map(({ imageId }) => imageId)));
  const distinct = new Set(pictures.flatMap((ids) => [...ids]));
  return values.length > 1 && !distinct.has(null) && pictures.every((ids) => ids.size === 1) && distinct.size === values.length;
}

function pictureOf({ images }: ProductView, { imageId }: VariantView): string | null {
  return images.find((image) => image.id === imageId)?.thumbnailUrl ?? null;
}
