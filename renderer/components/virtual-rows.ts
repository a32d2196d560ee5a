/* The one home of the library that draws only those rows of a long list that are in sight. */
export { defaultRangeExtractor, useVirtualizer as useVirtualRows, type Range } from "@tanstack/react-virtual";
