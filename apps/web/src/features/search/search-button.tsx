import { SearchIcon } from "../../components/icons.tsx";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { SearchDialog } from "./search-dialog.tsx";

/** The way to search on small screens. Without JavaScript it leads to the page that has a field. */
export function SearchButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label="Search"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="grid size-11 place-items-center lg:hidden noscript:hidden"
      >
        <SearchIcon />
      </button>
      <Link to="/search" aria-label="Search" className="hidden size-11 place-items-center noscript:max-lg:grid">
        <SearchIcon />
      </Link>
      {isOpen && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
