import { useEffect, useState, type KeyboardEvent } from "react";

interface ComboboxOptions {
  listId: string;
  count: number;
  hasText: () => boolean;
  /** The list was asked for without typing. */
  onWake: () => void;
}

/** None of the options: the field itself. */
const field = -1;

/**
 * The keyboard of a field with a list below it. The focus stays in the field; the arrows go round through it and the
 * options, Home and End go to the first and last option once one is reached, Enter follows it, Escape and Tab close the list.
 */
export function useCombobox({ listId, count, hasText, onWake }: ComboboxOptions) {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setActive] = useState(field);
  const isShown = isOpen && count > 0;
  const active = isShown && wanted < count ? wanted : field;

  const open = (place: number) => {
    setOpen(true);
    setActive(place);
  };
  const close = () => {
    setOpen(false);
    setActive(field);
  };
  const move = (event: KeyboardEvent, place: number) => {
    event.preventDefault();
    setActive(place < field ? count - 1 : place >= count ? field : place);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, altKey } = event;
    // An input method's own keys are not ours.
    if (event.nativeEvent.isComposing) return;
    if (key === "Tab") close();
    else if (key === "ArrowDown" || key === "ArrowUp") {
      const step = key === "ArrowDown" ? 1 : -1;
      if (isShown && altKey && step < 0) close();
      else if (isShown) move(event, active + step);
      else if (hasText()) {
        event.preventDefault();
        onWake();
        open(altKey ? field : step > 0 ? 0 : count - 1);
      }
    } else if (!isShown) return;
    else if (key === "Escape") {
      event.preventDefault();
      close();
    } else if (active === field) return;
    else if (key === "Home") move(event, 0);
    else if (key === "End") move(event, count - 1);
    else if (key === "ArrowLeft" || key === "ArrowRight") setActive(field);
    else if (key === "Enter") {
      event.preventDefault();
      document.getElementById(`${listId}-${active}`)?.click();
    }
  };

  useEffect(() => {
    if (active !== field) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [listId, active]);

  return {
    isShown,
    active,
    open,
    close,
    attributes: {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-expanded": isShown,
      "aria-controls": listId,
      "aria-activedescendant": active === field ? undefined : `${listId}-${active}`,
      onKeyDown: keyDown,
    } as const,
  };
}
