//! Words that messages about a funnel file share.

/// A language of the screens; every text is in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Dutch, first.
    Dutch,
    /// English, second.
    English,
}

impl Language {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// As in the file: `nl` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    pub(crate) fn nl(self) -> &'static str {
        match self {
            Self::Dutch => "Nederlandse",
            Self::English => "Engelse",
        }
    }

    pub(crate) fn en(self) -> &'static str {
        match self {
            Self::Dutch => "Dutch",
            Self::English => "English",
        }
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $nl:literal $en:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            pub(crate) fn nl(self) -> &'static str {
                match self { $(Self::$variant => $nl),+ }
            }

            pub(crate) fn en(self) -> &'static str {
                match self { $(Self::$variant => $en),+ }
            }
        }
    };
}

words! {
    /// The kinds of things that have ids.
    Kind {
        /// A framework.
        Framework "kader" "framework",
        /// A theme of a framework.
        Theme "thema" "theme",
        /// A source.
        Source "bron" "source",
        /// A party.
        Party "partij" "party",
        /// A fact.
        Fact "kenmerk" "fact",
        /// A level of a fact.
        Level "niveau" "level",
        /// A phase.
        Phase "fase" "phase",
        /// A gate.
        Gate "beslismoment" "gate",
        /// A kind of document.
        Artefact "document" "document",
        /// A consultation at a gate.
        Consultation "raadpleging" "consultation",
        /// Evidence of the organisation.
        Evidence "bewijs van de organisatie" "evidence of the organisation",
        /// A recurring duty.
        Duty "terugkerende taak" "recurring duty",
        /// A kind of change.
        Change "soort wijziging" "kind of change",
        /// A question before a team starts.
        RolloutCheck "startvraag" "question before a start",
        /// A closing duty.
        Closing "afrondende taak" "closing duty",
        /// A criterion.
        Criterion "voorwaarde" "criterion",
    }
}

words! {
    /// What a party can be asked.
    Asked {
        /// Write a document.
        Write "schrijven" "write",
        /// Review a document.
        Review "beoordelen" "review",
        /// Answer a criterion.
        Judge "oordelen" "answer a criterion",
        /// Confirm a fact.
        Confirm "een kenmerk bevestigen" "confirm a fact",
        /// Answer a consultation.
        Advise "antwoorden op een raadpleging" "answer a consultation",
        /// See to a recurring duty.
        See "een terugkerende taak doen" "see to a recurring duty",
        /// Handle signals.
        Handle "meldingen afhandelen" "handle signals",
        /// Answer before a team starts.
        Start "startvragen beantwoorden" "answer questions before a start",
        /// Close small changes.
        Close "kleine wijzigingen afsluiten" "close small changes",
    }
}
