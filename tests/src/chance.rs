//! Chance that can be played again: a run prints its seed, and `TRECHTER_SEED` replays it.

/// `SplitMix64`: enough to draw what happens next, and the same everywhere.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// Starts from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to just below `limit`, which is above 0.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.draw() % limit as u64).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// One of a list that has at least one.
    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A chance of its own for one part of a run, so that one part's draws do not move another's.
    #[must_use]
    pub fn part(&mut self) -> Self {
        Self(self.draw())
    }
}

/// A run of a harness: how often, and from which seed.
#[derive(Clone, Debug)]
pub struct Run {
    name: &'static str,
    /// How often.
    pub count: u64,
    /// From which seed.
    pub seed: u64,
}

impl Run {
    /// The small number for every test run, the large one with `TRECHTER_SOAK=1`; `TRECHTER_COUNT` and `TRECHTER_SEED`
    /// win over both.
    #[must_use]
    pub fn new(name: &'static str, small: u64, large: u64) -> Self {
        let soak = std::env::var("TRECHTER_SOAK").is_ok_and(|value| value == "1");
        let count = environment("TRECHTER_COUNT").unwrap_or(if soak { large } else { small });
        Self { name, count: count.max(1), seed: environment("TRECHTER_SEED").unwrap_or(20_260_105) }
    }

    /// The chance of this run.
    #[must_use]
    pub fn chance(&self) -> Chance {
        Chance::new(self.seed)
    }

    /// Prints the one line of this run.
    pub fn tell(&self, what: &str) {
        println!("{}: {what}, count {}, seed {}", self.name, self.count, self.seed);
    }
}

fn environment(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok().filter(|text| !text.is_empty())?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`")))
}
