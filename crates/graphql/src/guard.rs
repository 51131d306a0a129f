//! A small lexical guard in front of the GraphQL parser.
//!
//! The parser descends on the stack: a few kilobytes of nested lists or objects end the whole process, with every limit of
//! the library on. The complexity check behind it takes exponential time in fragment spreads. So a document is counted,
//! token by token and without recursion, before either sees it. Figures: `docs/security.md`.

use apollo_parser::{Lexer, TokenKind};
use thiserror::Error;

/// Bytes of one document.
pub const MAX_DOCUMENT_BYTES: usize = 16 * 1024;
/// Tokens of one document.
pub const MAX_TOKENS: usize = 2_000;
/// Open brackets of any kind at one point.
pub const MAX_NESTING: usize = 24;
/// Fragment spreads and inline fragments. Twelve multiply to 81 at most (three in each of four fragments); 32 would to 65,536,
/// which held the server for seconds. Our own screens use two, the usual introspection nine.
pub const MAX_SPREADS: usize = 12;
/// Directives.
pub const MAX_DIRECTIVES: usize = 16;
/// Colons: aliases, arguments and variable definitions together.
pub const MAX_ALIASES: usize = 300;

/// Why a document does not reach the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Guarded {
    /// Over [`MAX_DOCUMENT_BYTES`].
    #[error("the document has more than {MAX_DOCUMENT_BYTES} bytes")]
    Bytes,
    /// Over [`MAX_TOKENS`].
    #[error("the document has more than {MAX_TOKENS} tokens")]
    Tokens,
    /// Over [`MAX_NESTING`].
    #[error("the document is nested more than {MAX_NESTING} deep")]
    Nesting,
    /// Over [`MAX_SPREADS`].
    #[error("the document has more than {MAX_SPREADS} fragment spreads")]
    Spreads,
    /// Over [`MAX_DIRECTIVES`].
    #[error("the document has more than {MAX_DIRECTIVES} directives")]
    Directives,
    /// Over [`MAX_ALIASES`].
    #[error("the document has more than {MAX_ALIASES} aliases and arguments")]
    Aliases,
    /// Not GraphQL.
    #[error("the document is not GraphQL")]
    Lexical,
}

/// Counts the tokens of `document` and refuses it at the first limit it passes. Linear in its length.
///
/// # Errors
/// [`Guarded`] names the limit.
pub fn guard(document: &str) -> Result<(), Guarded> {
    if document.len() > MAX_DOCUMENT_BYTES {
        return Err(Guarded::Bytes);
    }
    let (mut tokens, mut depth, mut spreads, mut directives, mut colons) = (0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
    for token in Lexer::new(document) {
        let token = token.map_err(|_| Guarded::Lexical)?;
        match token.kind() {
            TokenKind::Whitespace | TokenKind::Comment | TokenKind::Comma | TokenKind::Eof => continue,
            TokenKind::LCurly | TokenKind::LBracket | TokenKind::LParen => depth += 1,
            TokenKind::RCurly | TokenKind::RBracket | TokenKind::RParen => depth = depth.saturating_sub(1),
            TokenKind::Spread => spreads += 1,
            TokenKind::At => directives += 1,
            TokenKind::Colon => colons += 1,
            _ => {}
        }
        tokens += 1;
        over(tokens, MAX_TOKENS, Guarded::Tokens)?;
        over(depth, MAX_NESTING, Guarded::Nesting)?;
        over(spreads, MAX_SPREADS, Guarded::Spreads)?;
        over(directives, MAX_DIRECTIVES, Guarded::Directives)?;
        over(colons, MAX_ALIASES, Guarded::Aliases)?;
    }
    Ok(())
}

fn over(count: usize, limit: usize, refusal: Guarded) -> Result<(), Guarded> {
    if count > limit { Err(refusal) } else { Ok(()) }
}
