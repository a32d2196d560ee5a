import { memo, type ReactNode } from "react";
import type { Align, Cell, Drawn, DrawnItem, DrawnNote, Inline } from "../../shared/runbook/drawn.ts";
import { markdownWords } from "../words/markdown.ts";
import {
  MarkdownAnchor,
  MarkdownCode,
  MarkdownHeading,
  MarkdownNote,
  MarkdownPicture,
  MarkdownTable,
  MarkdownTask,
  Place,
} from "./pieces.tsx";

/*
 * Markdown that others wrote, as React elements. The host has taken it apart into a closed set of blocks, all of whose texts are
 * drawn as words: no HTML of theirs is ever parsed by the browser, and the page itself loads nothing that a text names.
 */

/** One part of a text. Again only when it is another. */
export const MarkdownPart = memo(function MarkdownPart({ blocks }: { readonly blocks: readonly Drawn[] }): ReactNode {
  return blocks.map((block, index) => <Block key={index} block={block} />);
});

function Block({ block }: { readonly block: Drawn }): ReactNode {
  switch (block.kind) {
    case "heading":
      return (
        <MarkdownHeading line={block.line}>
          <Line inside={block.inside} />
        </MarkdownHeading>
      );
    case "paragraph":
      return (
        <p>
          <Line inside={block.inside} />
        </p>
      );
    case "list":
      return <List list={block} />;
    case "quote":
      return <blockquote>{block.blocks.map(block_)}</blockquote>;
    case "code":
      return (
        <MarkdownCode>
          <code>{block.text}</code>
        </MarkdownCode>
      );
    case "table":
      return <Table table={block} />;
    case "rule":
      return <hr />;
    case "notes":
      return (
        <section className="md-notes" aria-label={markdownWords.notes}>
          <ol>
            {block.notes.map((note) => (
              <Note key={note.id} note={note} />
            ))}
          </ol>
        </section>
      );
  }
}

const block_ = (block: Drawn, index: number): ReactNode => <Block key={index} block={block} />;

function List({ list: { start, tight, items } }: { readonly list: Extract<Drawn, { kind: "list" }> }): ReactNode {
  const drawn = items.map((item, index) => <Item key={index} item={item} tight={tight} />);
  const name = items.some(({ task }) => task !== undefined) ? "contains-task-list" : undefined;
  if (start === undefined) return <ul className={name}>{drawn}</ul>;
  return (
    <ol className={name} start={start}>
      {drawn}
    </ol>
  );
}

/** The paragraphs of a tight list are lines of its items. */
function Item({ item, tight }: { readonly item: DrawnItem; readonly tight: boolean }): ReactNode {
  const { line, task, blocks } = item;
  const box = task && <MarkdownTask line={line} {...task} />;
  const [first, ...others] = blocks;
  const lead = first?.kind === "paragraph" ? first : undefined;
  const words = (
    <>
      {box}
      {box && " "}
      {lead && <Line inside={lead.inside} />}
    </>
  );
  const rest = lead ? others : blocks;
  return (
    <li className={task && "task-list-item"}>
      {tight || !lead ? words : <p>{words}</p>}
      {rest.map((block, index) =>
        tight && block.kind === "paragraph" ? <Line key={index} inside={block.inside} /> : block_(block, index),
      )}
    </li>
  );
}

function Table({ table: { align, head, rows } }: { readonly table: Extract<Drawn, { kind: "table" }> }): ReactNode {
  return (
    <MarkdownTable>
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={column} style={sideOf(align[column])}>
              <Line inside={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <Row key={index} cells={cells} align={align} />
        ))}
      </tbody>
    </MarkdownTable>
  );
}

const Row = ({ cells, align }: { readonly cells: readonly Cell[]; readonly align: readonly Align[] }): ReactNode => (
  <tr>
    {cells.map((cell, column) => (
      <td key={column} style={sideOf(align[column])}>
        <Line inside={cell} />
      </td>
    ))}
  </tr>
);

const sideOf = (align: Align | undefined) =>
  align === undefined || align === "none" ? undefined : { textAlign: align };

const Note = ({ note: { number, id, back, blocks } }: { readonly note: DrawnNote }): ReactNode => (
  <Place as="li" id={id} value={number}>
    {blocks.map(block_)}
    <MarkdownNote to={back} name={markdownWords.backTo(number)}>
      ↩
    </MarkdownNote>
  </Place>
);

function Line({ inside }: { readonly inside: readonly Inline[] }): ReactNode {
  return inside.map((one, index) => <Piece key={index} piece={one} />);
}

function Piece({ piece }: { readonly piece: Inline }): ReactNode {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "code":
      return <code>{piece.text}</code>;
    case "emphasis":
      return (
        <em>
          <Line inside={piece.inside} />
        </em>
      );
    case "strong":
      return (
        <strong>
          <Line inside={piece.inside} />
        </strong>
      );
    case "struck":
      return (
        <del>
          <Line inside={piece.inside} />
        </del>
      );
    case "break":
      return <br />;
    case "link":
      return (
        <MarkdownAnchor href={piece.url}>
          <Line inside={piece.inside} />
        </MarkdownAnchor>
      );
    case "picture":
      return <MarkdownPicture src={piece.url} alt={piece.alt} />;
    case "note":
      return (
        <Place as="sup" id={piece.id}>
          <MarkdownNote to={piece.to} name={markdownWords.note(piece.number)}>
            {piece.number}
          </MarkdownNote>
        </Place>
      );
  }
}
