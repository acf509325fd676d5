import { useEffect, useRef } from "react";
import { SearchField } from "./search-field.tsx";

/** Searching on a small screen: the field at its top and the suggestions over all the rest. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Other words take the place of those that were searched for.
    dialog.current?.querySelector("input")?.select();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={onClose}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-paper px-5 pt-3 text-ink backdrop:bg-ink/45 open:flex open:animate-rise"
    >
      <SearchField
        hasPopup={false}
        onDone={close}
        aside={
          <button type="button" onClick={close} className="link min-h-11 px-1 text-sm">
            Cancel
          </button>
        }
      />
    </dialog>
  );
}
