//! The name of an upload, made harmless: it will stand on screens, in downloads and on people's disks.

use persistence::{Limit, Text};

/// Characters of an extension that is kept when a long name is cut.
const EXTENSION: usize = 10;

/// A clean name that ends as its kind does, or `None` when nothing readable is left.
///
/// Folders, control characters, and characters that are invisible or turn the direction of text around are left out, so
/// that `factuur\u{202E}fdp.exe` cannot look like a PDF; and a name whose end is not one of `extensions` gets the first
/// of them, so that a file is never opened as something else than was checked.
#[must_use]
pub fn clean(name: &str, extensions: &[&str]) -> Option<Text> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| is_visible(*c)).collect();
    let words = visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    // Windows drops dots at the end, and a dot in front hides a file.
    let plain = words.trim_matches(['.', ' ']);
    if !plain.chars().any(char::is_alphanumeric) {
        return None;
    }
    let ends_well = plain.rsplit_once('.').is_some_and(|(stem, end)| {
        !stem.is_empty() && extensions.iter().any(|extension| extension.eq_ignore_ascii_case(end))
    });
    let (stem, extension) = match plain.rsplit_once('.') {
        Some((stem, end)) if ends_well => (stem, end),
        _ => (plain, *extensions.first()?),
    };
    let room = Limit::Title.length() - extension.chars().count().min(EXTENSION) - 1;
    let stem: String = stem.chars().take(room).collect();
    Text::parse(&format!("{}.{extension}", stem.trim_end()), Limit::Title).ok()
}

fn is_visible(c: char) -> bool {
    let invisible = matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFD}' | '\u{E0000}'..='\u{E0FFF}');
    // What Windows does not take in names, and what quoting in a header would trip over.
    let troublesome = matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*');
    !(c.is_control() || invisible || troublesome)
}

/// The header that makes a browser save the file under its name (RFC 6266), and never show it.
#[must_use]
pub fn attachment(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || " ._-()".contains(c) { c } else { '_' }).collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.push(char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pdf(name: &str) -> Option<String> {
        clean(name, &["pdf"]).map(Text::into_string)
    }

    #[test]
    fn tricks_are_taken_out_of_names() {
        let cases = [
            ("Risico's 2026.pdf", "Risico's 2026.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\demo\\plan.PDF", "plan.PDF"),
            ("factuur\u{202E}fdp.exe", "factuurfdp.exe.pdf"),
            ("plan.pdf.exe", "plan.pdf.exe.pdf"),
            ("a\0b\r\nc.pdf", "ab c.pdf"),
            (" .verborgen.pdf. ", "verborgen.pdf"),
            ("on\u{200B}zicht\u{FEFF}baar.pdf", "onzichtbaar.pdf"),
            ("\"><script>.pdf", "script.pdf"),
            ("é ü 日本.pdf", "é ü 日本.pdf"),
        ];
        for (given, clean) in cases {
            assert_eq!(pdf(given).as_deref(), Some(clean), "{given:?}");
        }
        for nothing in ["", "...", "/", "\u{202E}\u{200B}", "..\\..", "???", "a/"] {
            assert_eq!(pdf(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn long_names_are_cut_and_keep_their_end() {
        let name = pdf(&format!("{}.pdf", "é".repeat(5_000))).unwrap_or_default();
        assert_eq!(name.chars().count(), 200);
        assert_eq!(name.rsplit_once('.').map(|(_, end)| end), Some("pdf"));
    }

    #[test]
    fn a_name_cannot_leave_its_header() {
        let header = attachment("a\"; filename=b.exe 日.pdf");
        assert_eq!(
            header,
            "attachment; filename=\"a__ filename_b.exe _.pdf\"; filename*=UTF-8''a%22%3B%20filename%3Db.exe%20%E6%97%A5.pdf"
        );
    }
}
