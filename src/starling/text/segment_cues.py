"""Words that hint at what a sentence of a story is for: families of phrases, and verbs by what they do.

All lists are general English of people at work, written for Starling. A
phrase may hold alternatives parted by ``/``, which are multiplied out.
"""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, str] = {
    "goal": """
        goal/goals, objective/objectives, aim/aims, target/targets, mission, purpose, priority,
        expectation/expectations, so that we could, deliverable/deliverables, success meant, the ask,
        the brief, the idea was""",
    "purpose": "in order to, so that",
    "must": """
        needed, need/needs to, had/have/has to, must, was/were/am/are expected/supposed to, required to,
        it was up to me, fell to me, my turn to""",
    "duty": """
        i/we needed/need to, i/we had/have to, i/we must, so/and/but needed to, so/and/but had to""",
    "aim": """
        the/my/our goal/aim/target/objective/task/job/mission/challenge/assignment/ask/brief/question
        was/is, what they/he/she/we/i wanted was/from, i was
        asked/told/hired/tasked/assigned/expected/supposed to, we were
        asked/told/hired/tasked/assigned/expected/supposed to, i was to, we were to, asked/told/wanted
        me/us to, put me on, it was my job, it was up to me""",
    "charge": """
        responsible for, responsibility/responsibilities, tasked with/to, in charge of, assigned
        to/me/as, was/were assigned, my/our/the task/tasks, my/our job, my/our role, asked to, asked me
        to, accountable for, as the lead/owner/engineer/developer, i owned, i was the owner, took
        ownership, my assignment, my part, was chosen to, was appointed, charged with, entrusted, hired to,
        gave me/us, given us, put me on, was given, was on me, i was to, we were to, had/given until""",
    "want": """
        wanted, hoped to, planned to, trying to, aimed to, looking to, figure out, my/the challenge was,
        the question was, to find out, i/they/he/she want, can/could i/we/you""",
    "limits": """
        without
        breaking/disrupting/losing/compromising/affecting/sacrificing/causing/damaging/hurting/delaying,
        while still, while keeping/maintaining/ensuring/respecting/preserving/minimizing, as quickly as
        possible, by the end of, within the, under pressure, with minimal/limited""",
    "scene": """
        when, during, while, once, in my, at my, on my team, in our, at the time, at work, one day, used
        to, back in, last year/month/quarter/week/summer, in college/university/school, early in,
        midway/halfway through, working on/at/as/for/with/in, worked at/as/for, my
        previous/last/first/current job/role/company/team/project, years/months/weeks ago, i joined,
        shortly after joining, was part of, i was on""",
    "capacity": "as a, as an, as the, as part of, in my role as",
    "trouble": """
        issue/issues, problem/problems, slow, slowly, manual, manually, fail/fails/failed/failing,
        failure/failures, outage/outages, bug/bugs, error/errors, lack/lacks/lacked/lacking,
        delay/delays/delayed, bottleneck/bottlenecks, conflict/conflicts,
        disagreed/disagreement/disagreements, struggled/struggling, legacy, incident/incidents,
        crash/crashes/crashed/crashing, complaint/complaints, complained/complaining, missing,
        risk/risks/risky, unclear, inconsistent, inconsistency, challenge/challenges/challenging,
        difficult, difficulty, hard, painful, overloaded, blocked/blocking, unable, wrong, broken,
        stale, duplicate/duplicates, tension, frustrated, frustrating, inefficient, outdated,
        insufficient, unreliable, suffered/suffering, spike/spiked/spiking, friction, behind, ambiguous,
        vague, uncertain, uncertainty, deadline/deadlines, threatened/threatening, pressure, critical,
        urgent, error-prone, time-consuming, no clear, nobody, no one, did not have, didn't have, there
        was/were no, not able to, could not, couldn't, at risk, too much/many/long""",
    "exists": "there was/were/is/are, existing, existed, consisted, it took, it would take, currently",
    "first": """
        first, firstly, to start, to begin with, initially, at first, started by/with, began by/with, my
        first step, the first thing, immediately, right away, upfront""",
    "next": """
        then, next, second, secondly, third, thirdly, fourth, after that, from there, also,
        additionally, furthermore, meanwhile, in addition, in parallel, at the same time, once i/we,
        finally, lastly, simultaneously""",
    "method": """
        using, by using, based on, instead of, rather than, for example, such as, via, through, to
        ensure, to make sure, to avoid, this allowed, step by step, one-on-one, for each, each""",
    "outcome": """
        as a result, result/results, resulted/resulting in, in the end, ultimately, eventually,
        consequently, outcome/outcomes, led/leading to, thanks to, which/this meant, at the end,
        afterwards, afterward, impact, overall, because of this/that, paid off, turned out,
        brought/went/came/goes/is/are/was/were down, down from/to/by, up from, ended up, by the end, it
        worked, in total, after launch/deployment/release/rollout, post-launch, in production, went
        live, on schedule, ahead of schedule, within budget, so far, on time""",
    "now": """
        now, today, still, since then, to this day, is/are now, has become, has/have been, became the
        standard/default, company standard, other teams, going forward, from then on, ever since, these
        days, any more, no longer""",
    "praise": """
        successful, successfully, success, positive, praised, praise, feedback, appreciated,
        appreciation, award/awarded, recognition, recognized, promoted, promotion, satisfaction,
        satisfied, happy/happier, proud, pleased, impressed, thrilled, confidence, confident, grateful,
        trust, morale, credit, kudos, well-received, smoothly, seamlessly, delighted, exceeded, thanked
        me, better, faster, stronger, improved, improvement/improvements""",
    "lesson": """
        learned/learnt, lesson/lessons, taught me, takeaway, in hindsight, in retrospect, looking back,
        next time, realized/realised, reinforced, this/the experience, showed me, i now, made me,
        growth, i grew, valuable, insight, would do differently, the importance of""",
    "none left": """
        zero, no more, without any, without a single, without incident, never, not a single, no longer,
        no new/major, nothing""",
    "money": """
        revenue, cost/costs, savings, profit, budget, spend, dollars, roi, annually, per year, a year,
        conversion, retention, churn, sales""",
    "metric": """
        latency, throughput, uptime, accuracy, precision, recall, coverage, velocity, availability,
        mttr, response/load/build time, p95, p99, downtime, sla, engagement, adoption, nps, hours per
        week, tickets""",
    "people": """
        manager, director, cto, ceo, vp, client/clients, customer/customers, stakeholder/stakeholders,
        leadership, boss, professor, executives, colleague/colleagues, teammate/teammates,
        coworker/coworkers, engineer/engineers, developer/developers, team/teams, peer/peers,
        student/students""",
    "contrast": "but, however, although, though, despite, unfortunately, yet",
    "reason": "because, since, due to, given that, so, therefore, that's why, which is why",
    "if": "if, unless, whether",
    "ask": "how, what, why, which, where, who",
    "I": "i, me, my, mine, myself, i'm, i'd, i've, i'll",
    "we": "we, us, our, ours, ourselves, we're, we'd, we've, we'll, let's",
    "they": "they, he, she, them, his, her, their, him",
    "was": "was, were, wasn't, weren't",
    "is": "is, are, isn't, aren't, am",
    "had": "had, hadn't",
    "has": "has, have, hasn't, haven't",
    "would": "would, could, should, might, may, wouldn't, can, can't, cannot, will",
}
"""Family of cues -> its phrases, parted by commas."""

VERBS: Mapping[str, str] = {
    "make": """
        build implement create develop design write code deploy configure integrate refactor automate
        migrate add introduce script install rewrite prototype extend split wrap replace move convert
        containerize draft set put make patch optimize tune cache index parallelize train retrain label
        clean merge test upgrade package enforce apply use leverage utilize establish structure
        restructure rework simplify standardize connect provision host construct generate assemble
        engineer architect embed batch switch adjust modify update fix remove delete disable revert roll
        push version instrument log expose separate isolate
        translate transform modernize modernise reorganize reorganise consolidate""",
    "study": """
        analyze analyse investigate identify trace profile debug research review measure map audit
        evaluate assess discover find realize realise notice check inspect reproduce examine compare
        benchmark study read explore dig diagnose verify validate confirm interview survey gather
        collect catalogue track monitor detect pinpoint look determine calculate estimate quantify
        observe understand learn suspect""",
    "speak": """
        propose present explain ask discuss meet schedule communicate share listen convince suggest
        collaborate document teach mentor coach pair organize organise facilitate align escalate
        coordinate talk tell invite involve persuade negotiate advocate demonstrate show report brief
        encourage support help acknowledge thank apologize apologise offer volunteer engage consult
        partner guide recommend clarify address speak call request respond reply email inform notify
        reassure frame walk give send bring agree approach""",
    "steer": """
        decide choose prioritize prioritise plan define delegate lead drive own manage focus start begin
        work take try run conduct perform handle tackle outline pick select divide assign commit pilot
        follow spend ensure step spearhead oversee initiate keep go practice prepare assume turn
        allocate experiment iterate join continue hire""",
    "raise": """
        improve increase grow rise gain boost raise double triple exceed surpass strengthen accelerate
        enhance jump climb win earn unlock scale expand recover elevate""",
    "lower": """
        reduce decrease drop fall cut eliminate save shrink lower prevent avoid halve decline disappear
        lessen minimize mitigate stop""",
    "reach": """
        get achieve deliver ship complete succeed receive resolve restore result become adopt pass retain
        finish hit reach launch appreciate praise promote recognize contribute allow enable stay remain
        maintain release approve accept graduate land secure yield produce accomplish feel enjoy impress
        renew return happen prove""",
}
"""What a verb does -> base forms."""

IRREGULAR: Mapping[str, str] = {
    "become": "became", "begin": "began begun", "bring": "brought", "build": "built",
    "choose": "chose chosen", "cut": "cut", "dig": "dug", "drive": "drove driven", "fall": "fell fallen",
    "feel": "felt", "find": "found", "get": "got gotten", "give": "gave given", "go": "went gone",
    "grow": "grew grown", "hit": "hit", "keep": "kept", "lead": "led", "learn": "learned learnt",
    "make": "made", "meet": "met", "oversee": "oversaw overseen", "prove": "proved proven", "put": "put",
    "read": "read",
    "rewrite": "rewrote rewritten", "rise": "rose risen", "run": "ran", "send": "sent", "set": "set",
    "show": "showed shown", "shrink": "shrank shrunk", "speak": "spoke spoken", "spend": "spent",
    "split": "split", "take": "took taken", "teach": "taught", "tell": "told", "understand": "understood",
    "win": "won", "write": "wrote written",
}  # fmt: skip
"""Base form -> its past forms, where they do not end in -ed."""

DOUBLED = frozenset({
    "begin", "commit", "cut", "debug", "dig", "drop", "get", "hit", "log", "map", "plan", "put", "run",
    "set", "ship", "split", "step", "stop", "wrap", "win",
})  # fmt: skip
"""Verbs whose last letter is doubled before -ed and -ing."""

OPENERS: Mapping[str, str] = {
    "I": "i i'm i'd i've",
    "we": "we we'd we've",
    "they": "he she they",
    "it": "it",
    "there": "there",
    "this": "this these that those",
    "my": "my",
    "our": "our",
    "the": "the",
    "a": "a an",
    "where": "at in on during within across after before upon over under by for from with without to as of",
    "joint": "when while once if since because although though however but and so despite or yet",
}
"""How a sentence may open -> the words that open it so."""

BETWEEN = frozenset({
    "have", "had", "'ve", "also", "then", "next", "first", "even", "always", "later",
})  # fmt: skip
"""Words that may stand between "I" and its verb, besides those in -ly."""

DURATIONS = frozenset({
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
    "months", "quarter", "quarters", "year", "years", "ms",
})  # fmt: skip
"""Units of time."""

TURNS = frozenset({
    "and", "so", "then", "but", "because", "after", "when", "while", "once", "since", "although", "however",
    "which", "there", "i", "i'm", "i'd", "i've", "we", "we'd", "we've", "they", "he", "she", "finally",
    "eventually", "afterwards", "afterward", "also", "now",
})  # fmt: skip
"""Words at which a speaker who makes no full stops may begin the next thought."""

LINKS = frozenset({"and", "but", "so", "then"})
"""Words that, before another turn ("so I"), leave no doubt that a thought begins."""

FAINT_TURNS = frozenset({"my", "our", "this", "these", "that", "it", "the", "as", "in", "by"})
"""Words that begin a thought too, and stand inside one more often."""

UNFINISHED = frozenset({
    "a", "about", "across", "after", "against", "also", "an", "and", "are", "as", "at", "be", "because",
    "been", "before", "being", "between", "but", "by", "can", "could", "did", "do", "does", "during",
    "even", "every", "for", "from", "had", "has", "have", "he", "his", "how", "i", "i'd", "i'm", "i've",
    "if", "in", "into", "is", "its", "just", "like", "may", "might", "must", "my", "no", "not", "of", "on",
    "once", "only", "or", "our", "over", "per", "she", "should", "since", "so", "than", "that", "the",
    "their", "then", "they", "through", "till", "to", "toward", "towards", "uh", "um", "under", "until",
    "upon", "very", "via", "was", "we", "we'd", "we've", "were", "what", "when", "where", "which", "while",
    "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "your",
})  # fmt: skip
"""Words after which more must follow, so that no thought ends with them."""

OBJECTS = frozenset({
    "all", "any", "each", "her", "it", "many", "more", "most", "some", "such", "these", "this", "those",
    "you",
})  # fmt: skip
"""Words that a thought may end with, but seldom before a faint turn ("all the", "use it in")."""
