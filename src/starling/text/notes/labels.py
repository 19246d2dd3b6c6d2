"""The one table of label words: what the word over a part says that the part is for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from starling.model.story import CORE, PartKind


class Fact(StrEnum):
    """What a label can name besides a part: something about the story, or an answer to a question."""

    QUESTION = "question"
    ANSWER = "answer"
    TITLE = "title"
    TAGS = "tags"
    SERVES = "serves"
    PROJECT = "project"
    ASIDE = "aside"


Kind = PartKind | Fact


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label word stands for.

    ``kinds`` are in order of preference: the first one that the story does not have yet.
    A ``sure`` word is STAR's own; any other word is a label only among labels.
    ``spans`` names the part that the word also covers where the author has none
    (the Context of a CAR story is a situation that is also a task).
    """

    kinds: tuple[Kind, ...]
    sure: bool = False
    spans: PartKind | None = None


_S, _T, _A, _R = PartKind.SITUATION, PartKind.TASK, PartKind.ACTION, PartKind.RESULT
_OBSTACLE, _REFLECTION, _OTHER = PartKind.OBSTACLE, PartKind.REFLECTION, PartKind.OTHER

_TABLE: tuple[tuple[Meaning, str], ...] = (
    (Meaning((_S,), sure=True), "s, sit, situation, situations"),
    (Meaning((_T,), sure=True), "tsk, task, tasks"),
    (Meaning((_T, PartKind.TAKEAWAY), sure=True), "t"),
    (Meaning((_A,), sure=True), "a, act, action, actions, activity, activities"),
    (Meaning((_R,), sure=True), "res, result, results"),
    (Meaning((_R, _REFLECTION), sure=True), "r"),
    (
        Meaning((_S,), spans=_T),
        """p, context, ctx, background, bg, backstory, setting, scene, circumstances, setup, set-up,
        what was going on, what was happening, where things stood,
        where we were, where i was, starting point, hintergrund, dramatize, dramatise,
        dramatize the situation, dramatise the situation""",
    ),
    (Meaning((_S, _R)), "what happened"),
    (Meaning((_S, _OBSTACLE), spans=_T), "c, problem, problem statement, challenge, issue, conflict"),
    (
        Meaning((_T,)),
        """goal, goals, objective, objectives, target, mission, responsibility, responsibilities, role, ask,
        assignment, my part, what i had to do, what was needed, what needed to be done,
        what i needed to do, what i was asked to do, what i was asked, what was asked of me, job,
        what i owned, my charge, mandate, requirement, requirements, brief, expectations""",
    ),
    (
        Meaning((_A,)),
        """approach, what i did, what you did, what we did, what i actually did, how i did it, how i handled
        it, steps, steps taken, steps i took, action taken, actions taken, action i took, actions i took,
        action plan, solution, implementation, execution, response, what did i do, what did you do,
        what did we do, what action did i take, what actions did i take, what steps did i take, behavior,
        behaviors, behaviour, behaviours, what i did about it, how i went about it, what i tried,
        go through, go through what you did, process, methodology, strategy, plan,
        plan of action, intervention, what i changed, how we did it, the work""",
    ),
    (
        Meaning((_R, _OTHER)),
        """outcome, outcomes, impact, impacts, business impact, end result, final result, measurable result,
        results achieved, achievement, achievements, effect, payoff, success, resolution, how did it end,
        how it ended, how did it turn out, how it turned out, what came of it, what came out of it,
        how it went, what changed, where it ended, aftermath,
        upshot, benefit, benefits, summarize, summarise, summarize your impact,
        summarise your impact""",
    ),
    (Meaning((_OBSTACLE, _R)), "o"),  # the Outcome of SAO
    (
        Meaning((_OBSTACLE,)),
        """obstacle, obstacles, complication, complications, hurdle, hurdles, hindrance, barrier, barriers,
        constraint, constraints, difficulty, difficulties, challenges, challenges faced, roadblocks""",
    ),
    (
        Meaning((_REFLECTION,)),
        """l, learning, learnings, learned, learning outcome, lesson, lessons, lesson learned,
        lessons learned, lessons learnt, reflection, reflections, what i learned, what i learnt,
        what i would do differently, what i'd do differently, retrospective, hindsight, in hindsight,
        evaluation, growth, plus, what did i learn, what did you learn, what we learned, insight, insights,
        what i took from it, what i took away, what it taught me, looking back, what i would change, e,
        gelernt, erkenntnis, erkenntnisse, lektion, lektionen, aprendizaje, aprendizajes, aprendizado,
        apprentissage, apprentissages, leçon, leçons, lezione, 反思, 收获, 学び""",
    ),
    (
        Meaning((PartKind.HEADLINE,)),
        """headline, hook, nugget, opener, opening, opening line, one-liner, one liner, one-line version,
        point, key message, core message,
        tl;dr, tldr, bluf, elevator pitch, in one sentence, one sentence, summary line, lead, teaser""",
    ),
    (
        Meaning((PartKind.TAKEAWAY,)),
        """takeaway, takeaways, key takeaway, key takeaways, interview takeaway, interview takeaways, moral,
        bottom line, closing, closing line, what this shows, what it shows, why it matters""",
    ),
    (
        Meaning((PartKind.FOLLOW_UP,)),
        """follow-up, follow-ups, follow up, follow ups, followup, followups, follow-up questions, q&a, probe,
        follow up questions, possible follow-ups, potential follow-ups, likely follow-ups, expected
        follow-ups, likely follow-up questions, follow-up probes, follow-up answer, if they ask a follow-up,
        if asked, probes, probing questions, deep-dive questions""",
    ),
    (
        Meaning((_OTHER, _R)),
        "metric, metrics, numbers, numbers to remember, roi, value delivered, evidence, proof",
    ),
    (
        Meaning((_OTHER,)),
        """tip, tips, interview tip, interview tips,
        pro tip, note, notes, interviewer notes, delivery, delivery notes, key points, key phrases,
        points covered, alternatives, indicate alternatives, indicate the alternatives,
        keywords, technology, technologies, tech stack, stack, tools, skills,
        skills used, skills shown, skills demonstrated, demonstrates, strength, strengths,
        why this works, why it
        works, why this answer works, what makes it strong, what makes this strong, what they are looking
        for, red flags, watch out, caution, common mistakes, weak answer, weak version, bad answer,
        variations, bridge, tie-in, say it like this, deep dive, scoring, feedback, time, duration""",
    ),
    (
        Meaning((Fact.QUESTION,)),
        """q, question, questions, the question, question asked, questions answered, example question, prompt,
        sample question, common question, common questions, typical questions,
        interview question, interviewer, interviewer question, they ask""",
    ),
    (
        Meaning((Fact.ANSWER,)),
        """answer, ans, good answer, strong answer, sample answer, best answer, great answer, better answer,
        script, my answer, your answer, full answer, example answer, model answer, suggested answer, say""",
    ),
    (Meaning((Fact.TITLE,)), "title, story, story title, story name, name"),
    (Meaning((Fact.TITLE, _S)), "scenario, example, case, the story"),
    (
        Meaning((Fact.TAGS,)),
        """tag, tags, label, labels, topic, topics, theme, themes, category, categories, competency,
        competencies, core competency, primary competency, competencies demonstrated, competency tags,
        principle, principles, lp, lps, skill, leadership principle, leadership principles,
        leadership principles demonstrated, primary lp, signal, secondary lps, attribute, attributes,
        dimension, dimensions, value, values, signals""",
    ),
    (
        Meaning((Fact.SERVES,)),
        """answers, also answers, questions this answers, questions it answers, questions covered, question
        types, best for, best for questions about, good for, great for, suitable for, relevant for, works
        for, also works for, maps to, applies to, applicable to, use for, use for questions like, use this
        for, use it for, can be used for, use when, when to use, use when asked, use this when asked""",
    ),
    (Meaning((Fact.PROJECT,)), "project, project name"),
    (
        Meaning((_S,), sure=True),
        """ausgangslage, kontext, contexte, contexto, contesto, situación, situação, situazione, situatie,
        situationen, sytuacja, ситуация, durum,
        situasi, tình huống, 情境, 情景, 情况, 情況, 背景, 状況, 상황""",
    ),
    (
        Meaning((_T,), sure=True),
        """aufgabe, aufgaben, tarea, tareas, tâche, tâches, tarefa, tarefas, compito, taak, uppgift, zadanie,
        задача, görev, tugas, nhiệm vụ, 任务, 任務, 目标, 課題, 과제""",
    ),
    (
        Meaning((_A,), sure=True),
        """aktion, aktionen, handlung, handlungen, maßnahme, maßnahmen, vorgehen, acción, acciones, ação,
        ações, azione, azioni, actie, acties, åtgärd, działanie, действие, действия, eylem, tindakan,
        hành động, 行动, 行動, 행동""",
    ),
    (
        Meaning((_R,), sure=True),
        """ergebnis, ergebnisse, resultat, resultate, resultado, resultados, résultat, résultats, risultato,
        risultati, resultaat, resultaten, rezultat, wynik, результат, результаты, sonuç, hasil, kết quả,
        结果, 結果, 결과""",
    ),
    (
        Meaning((Fact.ASIDE,)),
        """company, employer, team, date, year, when, where, level, format, description, status, difficulty,
        score""",
    ),
)

MEANINGS: dict[str, Meaning] = {
    " ".join(word.split()): meaning for meaning, words in _TABLE for word in words.split(",")
}
"""Every label word, in lower case, and what it means."""

_JOINED = 3
"""Parts that one label names at most."""
_INITIAL = re.compile(r"^[(\[]([A-Za-z])[)\]](?=[a-z])")
_ASIDES = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]"
    r"|[,–—-]\s*~?\d[\d–-]{0,6}\s?(?:%|s|secs?|seconds?|m|mins?|minutes?|words?)(?=\W|$)"  # S - 20s
)
_JOINTS = re.compile(r"\s*(?:[/&+,|]|\band\b|\s[-–—]+\s|[–—]|\s-\s|(?<=^[a-z])-)\s*")
_LEAD = re.compile(
    r"^(?:(?:step|part)\s+(?=\d))?(?:what (?:was|were)\s+)?(?:\d+[.)]?\s+(?:[–—-]+\s+)?"
    r"|(?:the|my|our|your|key|main|specific|star|sample|initial|immediate|final|overall"
    r"|(?:short|long)[ -]term|(?:story|example|q)\s?\d{1,3}\W*)\s+)*"
)
_MODIFIERS = re.compile(
    r"^(?:(?:business|project|team|company|technical|personal|professional|quantified|quantifiable|measured"
    r"|measurable|tangible|concrete|core|big|main|individual|specific|relevant|brief|quick|desired|critical"
    r"|customer|product|central|primary|actual|detailed|self)[\s-]+)+"
)
"""Words before the name of a part that say of what kind it is: "Business impact"."""
_THEMES = frozenset(
    "conflict challenges success growth achievement achievements difficulties strategy plan learning".split()
)
"""Names of parts that with such a word are what interviewers ask about: "Personal growth"."""
_TAILS = re.compile(
    r"\s+(?:description|summary|overview|details?|statement|section|breakdown|part|story|explained|recap"
    r"|snapshot|highlights?|text|(?:that )?i (?:took|made|faced|had|did|achieved|drove|owned|got|delivered)"
    r"|(?:that )?we (?:took|made|faced|had|achieved|got)|at hand|taken|faced|achieved|delivered|obtained"
    r"|i was given|given to me|for me|and why)$"
)
"""Words behind the name of a part that say no more than it does: "Situation overview"."""
_PAIRS = ("st", "ta", "ar", "rl")
"""Neighbouring parts under one label of their letters."""
_LATIN = re.compile(r"[a-z]")
_NUMBER = re.compile(r"\s*#?\d{1,3}[a-z]?$")
_NOISE = re.compile(r"[^\w\s'/&+,|;–—-]")


@lru_cache(maxsize=4096)  # a page has the same few labels again and again
def meanings(label: str) -> tuple[Meaning, ...]:
    """What *label* ("S – Situation", "Task / Problem") names, each once; nothing where a word is unknown."""
    label = _INITIAL.sub(r"\1", label if label.isascii() else unicodedata.normalize("NFKC", label))
    whole = _NOISE.sub(" ", _ASIDES.sub(" ", label).lower().replace("’", "'"))
    whole = " ".join(whole.split()).strip(" -–—/,&")
    known = _one(whole)
    if known is not None:
        return (known,)
    if not whole:
        inner = label.strip("()[] \t")  # nothing but a word in brackets
        return meanings(inner) if inner not in ("", label) else ()
    each: dict[Kind, Meaning] = {}
    words = _joined(whole)
    for word in words if len(words) <= 2 * _JOINED else ():  # "S - Situation / T - Task" says each twice
        meaning = _one(word)
        if meaning is None:
            return ()
        each.setdefault(meaning.kinds[0], meaning)
    return tuple(each.values()) if len(each) <= _JOINED else ()


def _joined(whole: str) -> list[str]:
    """The words of a label that stand beside one another; of two scripts the Latin one."""
    words = list(whole) if whole in _PAIRS else [word for word in _JOINTS.split(whole) if word]
    return [word for word in words if _LATIN.search(word)] or words


def _one(words: str) -> Meaning | None:
    """What a label without joints means: by its words, without what leads in, or as the name of a part."""
    bare = _NUMBER.sub("", _LEAD.sub("", words))
    return MEANINGS.get(words) or MEANINGS.get(bare) or _part_named(bare)


def _part_named(words: str) -> Meaning | None:
    """The part whose name stands in *words* between what says of what kind it is, and what adds nothing."""
    one, _, other = words.partition(" ")
    if one in MEANINGS and other in MEANINGS and MEANINGS[one].kinds[0] is MEANINGS[other].kinds[0] in CORE:
        return MEANINGS[one]  # "Action steps"
    named = _TAILS.sub("", words)
    bare = _MODIFIERS.sub("", named)
    for name in (named, "" if bare != named and bare in _THEMES else bare):
        known = MEANINGS.get(name) if len(name) > 1 else None
        if known is not None and isinstance(known.kinds[0], PartKind):
            return known
    return None
