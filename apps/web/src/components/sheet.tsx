import { useEffect, useRef, type ReactNode } from "react";
import { CrossIcon } from "./icons.tsx";

interface SheetProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Stays in sight at its lower edge. */
  footer: ReactNode;
  children: ReactNode;
}

/** A panel over the page on small screens. The browser's own dialog keeps the focus inside and closes on Escape. */
export function Sheet({ title, isOpen, onClose, footer, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      className="m-0 mt-auto max-h-[88dvh] w-full max-w-none bg-paper text-ink shadow-2xl backdrop:bg-ink/45 open:animate-rise sm:ml-auto sm:mt-0 sm:h-dvh sm:max-h-none sm:w-96"
    >
      {isOpen && (
        <>
          <div className="sticky top-0 z-10 flex items-center justify-between border-b border-line bg-paper px-5 py-3">
            <h2 className="text-xl">{title}</h2>
            <button type="button" aria-label="Close" onClick={onClose} className="-mr-2 grid size-11 place-items-center">
              <CrossIcon />
            </button>
          </div>
          <div className="px-5 py-5">{children}</div>
          <div className="sticky bottom-0 border-t border-line bg-paper px-5 py-3">{footer}</div>
        </>
      )}
    </dialog>
  );
}
