//! Text that people typed, made safe for one line of a mail.

/// One line without anything that could start a header, turn the direction of text, or hide in it: control characters
/// and line or paragraph separators become a space, bidirectional controls and invisible formatting disappear, runs of
/// white space become one space.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() || c.is_control() {
            space = !line.is_empty();
        } else {
            if space {
                line.push(' ');
                space = false;
            }
            line.push(c);
        }
    }
    line
}

/// [`clean_line`], cut to `limit` characters, with an ellipsis where something was cut.
pub(crate) fn clean_short(text: &str, limit: usize) -> String {
    shorten(&clean_line(text), limit)
}

/// [`clean_short`] for a header, where text that looks like an encoded word (`=?utf-8?q?…?=`) would be decoded by mail
/// programs, and so could say something that nobody saw here.
pub(crate) fn clean_header(text: &str, limit: usize) -> String {
    shorten(&clean_line(text).replace("=?", "= ?"), limit)
}

/// `line` cut to `limit` characters, with an ellipsis where something was cut.
pub(crate) fn shorten(line: &str, limit: usize) -> String {
    if line.chars().count() <= limit {
        return line.to_owned();
    }
    let mut short: String = line.chars().take(limit.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Bidirectional controls, zero-width characters, and the tag characters that can carry hidden text.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_visible_line_is_left() {
        let cases = [
            ("  Demo ICT\r\n\tBcc: x@example.test ", "Demo ICT Bcc: x@example.test"),
            ("Ilse\u{202e}esli", "Ilseesli"),
            ("a\u{2028}b\u{0}c", "a b c"),
            ("\u{feff}\u{200b}", ""),
            ("cliëntenraad", "cliëntenraad"),
        ];
        for (typed, line) in cases {
            assert_eq!(clean_line(typed), line);
        }
    }

    #[test]
    fn nothing_in_a_header_is_decoded() {
        assert_eq!(clean_header("=?utf-8?q?=0d=0aBcc:?=", 100), "= ?utf-8?q?=0d=0aBcc:?=");
        assert_eq!(clean_header("==?", 100), "== ?");
    }

    #[test]
    fn what_is_cut_shows_that_it_is_cut() {
        assert_eq!(clean_short("slaapcoach-app", 20), "slaapcoach-app");
        assert_eq!(clean_short("slaap coach", 7), "slaap…");
        assert_eq!(clean_short("ëëëë", 3), "ëë…");
    }
}
