//! Source text with its precedence, so that parentheses stand where they must and sometimes
//! where they need not.

/// An expression as text.
#[derive(Clone, Debug)]
pub struct Code {
    pub text: String,
    /// How tightly it binds, by the numbers of the grammar: 1 `or` … 12 a literal or a name.
    pub level: u8,
}

/// The levels of precedence.
pub mod level {
    /// What swallows everything to its right, such as `if … else …`.
    pub const OPEN: u8 = 0;
    pub const OR: u8 = 1;
    pub const AND: u8 = 2;
    pub const NOT: u8 = 3;
    pub const COMPARE: u8 = 4;
    pub const RANGE: u8 = 5;
    pub const ADJUSTED: u8 = 6;
    pub const SUM: u8 = 7;
    pub const PRODUCT: u8 = 8;
    pub const SHARE: u8 = 9;
    pub const SIGN: u8 = 10;
    pub const POSTFIX: u8 = 11;
    pub const PRIMARY: u8 = 12;
}

impl Code {
    /// Text that binds so tightly.
    pub fn new(text: impl Into<String>, level: u8) -> Self {
        Self { text: text.into(), level }
    }

    /// A name or a literal.
    pub fn atom(text: impl Into<String>) -> Self {
        Self::new(text, level::PRIMARY)
    }

    /// The text for a place that asks for so tight a binding.
    pub fn at(&self, least: u8) -> String {
        if self.level >= least { self.text.clone() } else { format!("({})", self.text) }
    }
}
