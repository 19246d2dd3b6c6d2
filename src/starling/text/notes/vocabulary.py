"""The words by which headings, templates and explanations give themselves away."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FORMAT = _words("""
    a an the of for with and in using to by here is what your my our most s t r
    star starr soar car par method format framework technique card type types
    story stories example examples sample samples scenario scenarios case study
    answer answers question questions response responses prompt template templates
    behavioral behavioural situational interview interviews preparation prep practice ready
    bank guide collection list index set section part chapter notes summary details overview
    breakdown narrative version talking points write formatted written spoken short long
    full complete core key top good best strong perfect effective real world model common new
    specific detailed based personal professional plus
    part parts element elements component components content contents description text letter speaking
    explanation
""")
"""Words of which a title may consist and still name nothing that happened."""

PRINCIPLES = _words("principle principles competency competencies lp lps amazon google meta")
"""Words of a heading over principles; like those of ``FORMAT`` they name none."""

PAGE = _words("""
    interview interviews star stories behavioral behavioural situational questions guide prep
    preparation principle principles scenarios answers examples
""")
"""Words in the title of a page of interview notes."""

YOU = _words("you your you're yours yourself you've")
"""Who a template or an explanation speaks to."""

SELF = _words("i my we our i'm i'd i've me us we'd myself mine")
"""Who a story speaks of."""

ME = _words("i my me i'd i've i'm")
"""Who tells a story of their own."""

PAST = re.compile(
    r"\b(?<!\bis )(?<!\bare )(?<!\bbe )[a-z]{2,}ed\b|\b(?:was|were|had|did|went|made|built|wrote|led|ran|got"
    r"|took|gave|found|kept|cut|fell|rose|grew|saw|came|became|began|won|lost|taught|brought|held|met|sent"
    r"|spent|told|chose|drove|knew|said|sold|shrank|understood|learnt|left|paid|sought|thought|felt|broke"
    r"|spoke|drew|split|sped)\b",
    re.IGNORECASE,
)
"""A form by which it is told that something has happened."""

ASKING = _words("""
    what where when who why how which describe explain set share provide detail outline state give
    briefly talk highlight focus clarify show tell quantify quantified specific specify include mention
    emphasize discuss write list add note establish paint summarize concrete context background outcome
    outcomes measurable pick use summarise emphasise say name
""")
"""First words of what a template asks for."""

ORDERS = _words("""
    say list describe explain summarise summarize give tell state mention outline name
""")
"""First words of what is to be written there by somebody else: a coach, a program."""

HINTS = (
    ASKING
    | YOU
    | _words("""
    the a an of and or to in with was were is did do be it for any on up s t r
    situation task action actions result results stakeholders constraints role goal objective objectives
    success metrics metric step steps detail details impact lesson lessons learned learnings follow
    challenge challenges responsibility responsibilities project team company problem quantifiable numbers
    happened scene sentence sentences took taken needed done achieved needs business timeline scope
    accomplish brief placeholder example here story
""")
)
"""Words of which a hint in a template consists."""
