import { ChevronIcon } from "../../components/icons.tsx";
import { classNames } from "../../lib/class-names.ts";
import { trpc, type Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent } from "react";
import { CategoryPanel } from "./category-panel.tsx";

type CategoryNode = Outputs["catalog"]["listCategories"][number];

const leaveMilliseconds = 180;

/**
 * The categories over every page on wide screens. Each name is a link; the button beside it opens what is below.
 * A mouse opens it by resting on it; Escape, leaving and following a link close it.
 */
export function CategoryMenu() {
  const { data: categories = [] } = trpc.catalog.listCategories.useQuery();
  const [openId, setOpenId] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const open = (id: string | null) => {
    clearTimeout(timer.current);
    setOpenId(id);
  };
  const leave = (event: PointerEvent) => {
    if (event.pointerType === "mouse") timer.current = setTimeout(() => setOpenId(null), leaveMilliseconds);
  };
  const blur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) open(null);
  };
  const escape = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape" || openId === null) return;
    document.getElementById(`menu-button-${openId}`)?.focus();
    open(null);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what its links and buttons do arrives here
    <nav aria-label="Categories" onPointerLeave={leave} onBlur={blur} onKeyDown={escape} className="hidden lg:block">
      <ul className="flex flex-wrap justify-between gap-x-2">
        {categories.map((category) => (
          <MenuItem key={category.id} category={category} isOpen={openId === category.id} onOpen={open} />
        ))}
        <li className="py-2.5">
          <Link to="/products" activeOptions={{ exact: true, includeSearch: false }} activeProps={{ className: "underline" }} className="underline-offset-4 hover:underline">
            Everything
          </Link>
        </li>
      </ul>
    </nav>
  );
}

interface MenuItemProps {
  category: CategoryNode;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
}

function MenuItem({ category, isOpen, onOpen }: MenuItemProps) {
  const { id, slug, name, children } = category;
  const enter = (event: PointerEvent) => {
    if (event.pointerType === "mouse") onOpen(children.length > 0 ? id : null);
  };
  return (
    <li onPointerEnter={enter} className="flex items-center">
      <Link
        to="/categories/$slug"
        params={{ slug }}
        onClick={() => onOpen(null)}
        className="py-2.5 underline-offset-4 hover:underline"
        activeOptions={{ includeSearch: false }}
        activeProps={{ className: "underline" }}
      >
        {name}
      </Link>
      {children.length > 0 && (
        <button
          id={`menu-button-${id}`}
          type="button"
          aria-expanded={isOpen}
          aria-controls={`menu-panel-${id}`}
          aria-label={`What is in ${name}`}
          onClick={() => onOpen(isOpen ? null : id)}
          className={classNames("grid size-7 place-items-center text-soft transition-transform noscript:hidden", isOpen && "rotate-180")}
        >
          <ChevronIcon />
        </button>
      )}
      <div id={`menu-panel-${id}`} hidden={!isOpen} className="absolute inset-x-0 top-full z-30 border-b border-edge bg-sheet shadow-lg">
        {isOpen && <CategoryPanel category={category} onFollow={() => onOpen(null)} />}
      </div>
    </li>
  );
}
