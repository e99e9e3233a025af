import type { ReactElement } from "react";

/** Small pictures beside words that say the same, so they are hidden from screen readers. They take the colour of the text. */
function Icon({ size, children }: { readonly size: string; readonly children: ReactElement }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function FineIcon(): ReactElement {
  return (
    <Icon size="1.75rem">
      <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.2 4.3L7 9.6 4.9 7.5l-.9.9 3 3 5.1-5.2-.9-.9Z" />
    </Icon>
  );
}

/** The triangle with a mark of exclamation. */
const warning =
  "M8 1.3c.4 0 .7.2.9.5l6 11c.4.7-.1 1.5-.9 1.5H2c-.8 0-1.3-.8-.9-1.5l6-11c.2-.3.5-.5.9-.5ZM7.3 5.5V10h1.4V5.5H7.3Zm0 5.5v1.4h1.4V11H7.3Z";

export function ActIcon(): ReactElement {
  return (
    <Icon size="1.75rem">
      <path d={warning} />
    </Icon>
  );
}

/** The same in a line of small text. */
export function WarningIcon(): ReactElement {
  return (
    <Icon size="1rem">
      <path d={warning} />
    </Icon>
  );
}

export function QuestionIcon(): ReactElement {
  return (
    <Icon size="1.75rem">
      <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.7 10v1.4h1.4V11H7.3ZM8 3.6c-1.5 0-2.6.9-2.7 2.4h1.4c.1-.7.6-1.1 1.3-1.1s1.2.4 1.2 1c0 .5-.2.8-.9 1.3-.8.6-1.1 1.1-1 2.2v.4h1.4v-.3c0-.6.2-.9.9-1.4.7-.5 1.1-1.1 1.1-2.1 0-1.4-1.1-2.4-2.7-2.4Z" />
    </Icon>
  );
}

export function OverIcon(): ReactElement {
  return (
    <Icon size="0.7rem">
      <path d="M8 2.5 15 14H1L8 2.5Z" />
    </Icon>
  );
}

export function UnderIcon(): ReactElement {
  return (
    <Icon size="0.7rem">
      <path d="M8 13.5 1 2h14L8 13.5Z" />
    </Icon>
  );
}

export function KeelMark(): ReactElement {
  return (
    <Icon size="1.375rem">
      <path d="M7.4 1h1.2v8.2H15c-.6 2-2.4 3.3-4.7 3.6L8 15.4l-2.3-2.6C3.4 12.500 1.600 11.200 1 9.200h6.400V1Zm2 1.600 4.200 5.400H9.400V2.600Z" />
    </Icon>
  );
}

export function ChevronIcon(): ReactElement {
  return (
    <Icon size="0.75rem">
      <path d="M3.2 5.2 8 10l4.800-4.800 1.100 1.100L8 12.200 2.100 6.300l1.100-1.100Z" />
    </Icon>
  );
}
