import type { HelpText } from "./help-texts.ts";

export function HelpPage({ text: { title, lead, sections } }: { text: HelpText }) {
  return (
    <article className="grid gap-x-16 gap-y-10 lg:grid-cols-[1fr_1.4fr]">
      <header className="space-y-4">
        <h1 className="text-3xl">{title}</h1>
        <p className="max-w-[36ch] text-lg text-soft">{lead}</p>
      </header>
      <div className="max-w-[62ch] divide-y divide-line">
        {sections.map(({ heading, text }) => (
          <section key={heading} className="py-6 first:pt-0">
            <h2 className="text-xl">{heading}</h2>
            <p className="mt-2">{text}</p>
          </section>
        ))}
      </div>
    </article>
  );
}
