//! Errors of the routes beside GraphQL: `{"error":{"code","message":{"nl","en"}}}`.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// An answer other than yes. The code is for programs, the message for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// The HTTP status.
    pub status: StatusCode,
    /// A stable word for programs.
    pub code: &'static str,
    /// What is wrong and what to do, in Dutch.
    pub nl: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// Seconds after which trying again makes sense.
    pub retry_after: Option<u64>,
}

macro_rules! errors {
    ($($(#[$doc:meta])* $name:ident = $status:ident $code:literal $nl:literal $en:literal;)+) => {
        impl ApiError {$(
            $(#[$doc])*
            pub const $name: Self =
                Self { status: StatusCode::$status, code: $code, nl: $nl, en: $en, retry_after: None };
        )+}
    };
}

errors! {
    /// Something of ours broke; the log has it under the request id.
    INTERNAL = INTERNAL_SERVER_ERROR "internal"
        "Er ging bij ons iets mis. Probeer het later opnieuw." "Something went wrong on our side. Please try again later.";
    /// The database is away, or the server is stopping.
    UNAVAILABLE = SERVICE_UNAVAILABLE "unavailable"
        "Trechter is even niet bereikbaar. Probeer het over een minuut opnieuw." "Trechter is not available right now. Please try again in a minute.";
    /// It does not exist, or not for this person.
    NOT_FOUND = NOT_FOUND "not_found"
        "Dit bestaat niet, of u mag het niet zien." "This does not exist, or you may not see it.";
    /// The route knows other methods.
    METHOD_NOT_ALLOWED = METHOD_NOT_ALLOWED "method_not_allowed"
        "Dit kan hier niet." "This cannot be done here.";
    /// Nobody is signed in.
    UNAUTHENTICATED = UNAUTHORIZED "unauthenticated"
        "U bent niet ingelogd. Log in en probeer het opnieuw." "You are not signed in. Please sign in and try again.";
    /// The address and the password do not belong together; which of the two is wrong stays unsaid.
    WRONG_PASSWORD = UNAUTHORIZED "wrong_credentials"
        "Dit e-mailadres en wachtwoord horen niet bij elkaar." "This e-mail address and password do not belong together.";
    /// Too many failed sign-ins.
    TOO_MANY_TRIES = TOO_MANY_REQUESTS "too_many_tries"
        "Te veel pogingen. Wacht een kwartier en probeer het opnieuw." "Too many attempts. Wait fifteen minutes and try again.";
    /// Another site sent this request.
    CROSS_SITE = FORBIDDEN "cross_site"
        "Dit verzoek kwam van een andere website en is niet uitgevoerd." "This request came from another website and was not carried out.";
    /// A rule of the funnel refuses it to this person.
    NOT_PERMITTED = FORBIDDEN "not_permitted"
        "U mag dit document niet schrijven." "You may not write this document.";
    /// Another party submits this evidence.
    NOT_SUBMITTER = FORBIDDEN "not_permitted"
        "U mag bij dit bewijs geen bestand indienen." "You may not submit a file for this evidence.";
    /// Another party records what others answered.
    NOT_RECORDER = FORBIDDEN "not_permitted"
        "U mag in dit project niets voor een ander vastleggen." "You may not record anything for somebody else in this project.";
    /// Only an administrator brings in what exists already.
    NOT_ADMINISTRATOR = FORBIDDEN "not_permitted"
        "Alleen een beheerder kan projecten inbrengen." "Only an administrator can bring in projects.";
    /// Only an administrator brings in suppliers.
    NOT_ADMINISTRATOR_OF_SUPPLIERS = FORBIDDEN "not_permitted"
        "Alleen een beheerder kan leveranciers inbrengen." "Only an administrator can bring in suppliers.";
    /// The body is not of the type the route takes.
    CONTENT_TYPE = UNSUPPORTED_MEDIA_TYPE "content_type"
        "Stuur dit als application/json." "Send this as application/json.";
    /// The body is not multipart.
    NOT_MULTIPART = UNSUPPORTED_MEDIA_TYPE "content_type"
        "Stuur het bestand als multipart/form-data." "Send the file as multipart/form-data.";
    /// The body cannot be understood.
    BAD_REQUEST = BAD_REQUEST "bad_request"
        "Dit verzoek is niet te begrijpen." "This request cannot be understood.";
    /// The body is larger than the route takes.
    TOO_LARGE = PAYLOAD_TOO_LARGE "too_large"
        "Dit is te groot." "This is too large.";
    /// The file is larger than an upload may be.
    FILE_TOO_LARGE = PAYLOAD_TOO_LARGE "file_too_large"
        "Dit bestand is groter dan 50 MB. Kies een kleiner bestand." "This file is larger than 50 MB. Choose a smaller one.";
    /// The file has no bytes.
    FILE_EMPTY = UNPROCESSABLE_ENTITY "file_empty"
        "Dit bestand is leeg. Kies een ander bestand." "This file is empty. Choose another one.";
    /// The file is of a type that is not taken.
    FILE_TYPE = UNPROCESSABLE_ENTITY "file_type"
        "Dit soort bestand kan niet. Kies een PDF, Office-bestand, afbeelding of tekst." "This type of file is not taken. Choose a PDF, Office file, picture or text.";
    /// The file has no usable name.
    FILE_NAME = UNPROCESSABLE_ENTITY "file_name"
        "Dit bestand heeft geen bruikbare naam. Geef het een andere naam." "This file has no usable name. Please rename it.";
    /// A table with more bytes than [`table::BYTES`].
    TABLE_TOO_LARGE = PAYLOAD_TOO_LARGE "table_too_large"
        "Dit bestand is groter dan 4 MB. Verdeel de rijen over meer bestanden." "This file is larger than 4 MB. Divide the rows over more files.";
    /// A table with nothing in it.
    TABLE_EMPTY = UNPROCESSABLE_ENTITY "table_empty"
        "Dit bestand is leeg. Vul het in en probeer het opnieuw." "This file is empty. Fill it in and try again.";
    /// Not a file that a table can be read from.
    TABLE_TYPE = UNPROCESSABLE_ENTITY "table_type"
        "Dit is geen Excel- of CSV-bestand. Sla uw lijst op als .xlsx of als CSV." "This is no Excel or CSV file. Save your list as .xlsx or as CSV.";
    /// A workbook of Excel 2003 or older.
    TABLE_OLD_EXCEL = UNPROCESSABLE_ENTITY "table_old_excel"
        "Dit is een oud Excel-bestand (.xls). Open het in Excel en sla het op als .xlsx." "This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.";
    /// A workbook that asks for a password.
    TABLE_PASSWORD = UNPROCESSABLE_ENTITY "table_password"
        "Op dit bestand zit een wachtwoord. Sla het op zonder wachtwoord en probeer het opnieuw." "This file has a password. Save it without one and try again.";
    /// A workbook that does not hold together.
    TABLE_DAMAGED = UNPROCESSABLE_ENTITY "table_damaged"
        "Dit bestand is beschadigd. Open het in Excel, sla het opnieuw op en probeer het nog eens." "This file is damaged. Open it in Excel, save it again and retry.";
    /// A workbook that unpacks to more than [`table::UNPACKED`] bytes.
    TABLE_UNPACKS = UNPROCESSABLE_ENTITY "table_unpacks"
        "Dit bestand is uitgepakt groter dan 32 MB. Zet alleen uw lijst in een nieuw bestand." "This file is larger than 32 MB when unpacked. Put only your list into a new file.";
    /// More rows than [`table::ROWS`].
    TABLE_TOO_MANY_ROWS = UNPROCESSABLE_ENTITY "table_too_many_rows"
        "In dit bestand staan meer dan 500 rijen. Verdeel ze over meer bestanden." "This file has more than 500 rows. Divide them over more files.";
    /// More columns than [`table::COLUMNS`].
    TABLE_TOO_MANY_COLUMNS = UNPROCESSABLE_ENTITY "table_too_many_columns"
        "In dit bestand staan meer dan 100 kolommen. Haal weg wat niet nodig is." "This file has more than 100 columns. Take away what is not needed.";
    /// More areas of merged cells than [`table::MERGED`].
    TABLE_TOO_MANY_MERGED = UNPROCESSABLE_ENTITY "table_too_many_merged"
        "In dit bestand zijn meer dan 1000 keer cellen samengevoegd. Haal de samenvoegingen weg." "This file has cells merged more than 1000 times. Undo the merges.";
    /// The client took too long to send its request.
    TOO_SLOW = REQUEST_TIMEOUT "too_slow"
        "Het versturen duurde te lang. Probeer het opnieuw." "Sending took too long. Please try again.";
    /// The upload broke off.
    BROKEN_OFF = BAD_REQUEST "broken_off"
        "Het versturen brak af. Probeer het opnieuw." "Sending broke off. Please try again.";
    /// The disk has no room.
    DISK_FULL = INSUFFICIENT_STORAGE "disk_full"
        "Er is geen ruimte meer om dit te bewaren. Waarschuw de beheerder." "There is no room left to store this. Tell the administrator.";
}

impl ApiError {
    /// The same, with a moment to try again.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The answer, with the id under which the log has the request where that helps.
    #[must_use]
    pub fn with_request(&self, request: Option<&str>) -> Response {
        let mut error = json!({ "code": self.code, "message": { "nl": self.nl, "en": self.en } });
        if let (Some(id), Some(fields)) = (request, error.as_object_mut()) {
            fields.insert("requestId".to_owned(), json!(id));
        }
        let mut response = (self.status, Json(json!({ "error": error }))).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        self.with_request(None)
    }
}

impl From<table::Refusal> for ApiError {
    fn from(refusal: table::Refusal) -> Self {
        use table::Refusal;
        match refusal {
            Refusal::Empty => Self::TABLE_EMPTY,
            Refusal::TooLarge => Self::TABLE_TOO_LARGE,
            Refusal::Type => Self::TABLE_TYPE,
            Refusal::OldExcel => Self::TABLE_OLD_EXCEL,
            Refusal::Password => Self::TABLE_PASSWORD,
            Refusal::Damaged => Self::TABLE_DAMAGED,
            Refusal::Unpacks => Self::TABLE_UNPACKS,
            Refusal::TooManyRows => Self::TABLE_TOO_MANY_ROWS,
            Refusal::TooManyColumns => Self::TABLE_TOO_MANY_COLUMNS,
            Refusal::TooManyMerged => Self::TABLE_TOO_MANY_MERGED,
        }
    }
}

impl From<persistence::Error> for ApiError {
    /// What the store refuses, as the routes beside GraphQL tell it. What went wrong inside is logged, never told.
    fn from(error: persistence::Error) -> Self {
        use persistence::{Error, Failure};
        match &error {
            Error::NotFound => Self::NOT_FOUND,
            Error::Rejected(_) => Self::NOT_PERMITTED,
            Error::FileEmpty => Self::FILE_EMPTY,
            Error::FileTooLarge { .. } => Self::FILE_TOO_LARGE,
            Error::FileBrokenOff => Self::BROKEN_OFF,
            Error::Text(_) | Error::Page(_) => Self::BAD_REQUEST,
            Error::Database(inner) => {
                tracing::error!(error = %inner, "the database failed");
                match inner.failure {
                    Failure::Full => Self::DISK_FULL,
                    Failure::Away | Failure::Closed | Failure::Busy | Failure::Raced => Self::UNAVAILABLE.retry_after(5),
                    Failure::Other => Self::INTERNAL,
                }
            }
            _ => {
                tracing::error!(%error, "the store refused what the server should not have asked");
                Self::INTERNAL
            }
        }
    }
}
