#![allow(missing_docs)]
use std::sync::Arc;
use crate::types::typed::*;
use super::FactSchema;
use crate::text::Span;
#[derive(Clone, Debug)]
pub struct Program { checked: Arc<Checked>, schema: FactSchema }
impl Program {
    pub fn checked(&self) -> &Arc<Checked> { &self.checked }
    pub fn schema(&self) -> &FactSchema { &self.schema }
    pub fn rule(&self, _: RuleId) -> Option<&RuleCode> { None }
}
pub fn compile(checked: Arc<Checked>) -> Program { let schema = FactSchema::new(&checked); Program { checked, schema } }
pub struct RuleCode { pub requirements: Vec<RequirementCode>, pub regimes: Option<RegimesCode> }
pub struct RegimesCode { pub alternatives: Vec<RegimeCode> }
pub struct RegimeCode { pub requirements: Vec<RequirementCode> }
pub struct RequirementCode { pub conjuncts: Vec<Conjunct> }
pub struct Conjunct { pub span: Span, pub kind: ConjunctKind }
pub enum ConjunctKind { Compare { order: Order }, Quotient { order: Order }, Lasts { order: Option<Order> }, Against {}, Alone {} }
