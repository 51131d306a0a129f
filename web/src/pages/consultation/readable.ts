/** How easily a text reads: B1 has short sentences and few long words. */
export interface Reading {
  sentences: number;
  words: number;
  /** Words in a sentence, on average and rounded. */
  average: number;
  /** The longest sentence, where it is too long for most people. */
  longest: string | undefined;
  /** Long words, each once and at most five. */
  long: string[];
}

/** A sentence with more words than this is hard to hold on to. */
const LONG_SENTENCE = 20;
/** A word with more letters than this is hard to read. */
const LONG_WORD = 14;
const SHOWN = 5;

const wordsOf = (text: string) => text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];

/** Counts sentences and words. Nothing is refused on these figures: they only help whoever writes. */
export function reading(text: string): Reading {
  const sentences = text.split(/[.!?]+(?=\s|$)|\n{2,}/u).filter((part) => wordsOf(part).length > 0);
  const words = wordsOf(text);
  const counted = sentences.map((sentence) => ({ sentence: sentence.trim(), count: wordsOf(sentence).length }));
  const longest = counted.sort((left, right) => right.count - left.count)[0];
  const long = [...new Set(words.filter((word) => word.length > LONG_WORD).map((word) => word.toLowerCase()))];
  return {
    sentences: sentences.length,
    words: words.length,
    average: sentences.length === 0 ? 0 : Math.round(words.length / sentences.length),
    longest: longest && longest.count > LONG_SENTENCE ? longest.sentence : undefined,
    long: long.slice(0, SHOWN),
  };
}

/** Whether most people can read it. */
export const readsWell = ({ average, long, longest }: Reading) => average <= 15 && !longest && long.length <= 2;
