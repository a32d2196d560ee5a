/** Milliseconds without a change before a question is asked: typing a date makes several. */
export const settle = 150;
