"""Tellings in the project's own words, strong, ordinary and weak, for properties of the rubric."""

from __future__ import annotations

from typing import NamedTuple

from starling.model.report import QuestionType
from starling.model.story import Story
from starling.review.rule import tell


class Telling(NamedTuple):
    """A story and the type of question it is told for."""

    name: str
    story: Story
    asked: QuestionType | None = None


LOADER = tell(
    "The loader that starved the GPUs",
    situation="In spring our speech team trained a new acoustic model every weekend on 16 GPUs. A run "
    "took 41 hours, so a bad idea from Friday was only seen on Sunday night.",
    task="My goal was to bring a run below 20 hours before the summer release.",
    action="I profiled one epoch and saw that the GPUs waited for the data loader 60% of the time. I "
    "packed the audio clips into shards and moved the decoding to the CPU nodes, because the disks could "
    "not serve small files. I considered larger batches instead, but rejected them, because the loss got "
    "worse in a two-day test. Then I measured again on the same week of data before I switched the team "
    "over.",
    result="A run now takes 17 hours instead of 41. The team tries four ideas a week where it tried two, "
    "and the release went out on time in June.",
)
DUPLICATES = tell(
    "Duplicate listings",
    situation="At a marketplace for used cars, one listing in nine was a duplicate. Buyers complained to "
    "support every day.",
    task="Bring duplicates below 3% without hiding honest listings.",
    action="- Labelled 2,000 pairs with two colleagues from support and measured how often we agreed\n- "
    "Trained a small siamese network on photos and prices rather than the larger ranker, because it had "
    "to answer within 50 ms\n- Ran it in shadow mode for two weeks and read every pair it would have "
    "hidden\n- Raised the threshold until no honest listing was hidden, which cost us some recall",
    result="- Duplicates fell from 11% to 2%\n- Support closed the ticket queue for duplicates in October",
)
ALERTS = tell(
    "Two hundred alerts",
    situation="When I joined the forecasting team, the on-call engineer got 200 alerts a week and ignored "
    "most of them.",
    task="I wanted every alert to be worth reading.",
    action="I exported three months of alerts and grouped them by cause. Four causes made up 80% of them, "
    "so I fixed those first: I replaced the fixed thresholds of the demand model with seasonal ones and "
    "merged the three checks of the feature store. I asked the two engineers on call to mark each alert "
    "as useful or not.",
    result="By August we got 30 alerts a week, and on-call marked 26 of them as useful. Since then the "
    "team reviews the marks every month.",
)
STALE_FEATURE = tell(
    "The stale feature",
    question="Tell me about a time you failed.",
    situation="I shipped a new churn model at a telecom company in March. I had not checked how old the "
    "usage features were.",
    task="The model had to rank customers for the retention calls of the next week.",
    action="On Tuesday the call centre complained that the list made no sense. I found that one feature "
    "was nine days late and rolled the model back. I told my manager that I had skipped the freshness "
    "check to meet the date. I wrote a test that stops a release when a feature is older than a day.",
    result="We lost one week of calls, about 900 customers. Since then every release of ours runs the "
    "freshness test, and it stopped a late feature twice last year.",
)
THRESHOLD = tell(
    "The argument about the threshold",
    question="Describe a conflict with a colleague.",
    situation="Our risk analyst wanted to block every payment above a score of 0.6. I thought that it "
    "would hurt small shops.",
    task="We had to agree before the holiday season began.",
    action="I asked her what she feared most, and she told me about the fraud wave of the year before. "
    "She had a point: the wave had begun in small shops. I replayed both thresholds on last winter's "
    "payments with her. We decided on 0.7 with a manual queue, because the replay showed that the queue "
    "would hold 40 cases a day.",
    result="We agreed in two days. Fraud losses stayed flat over the season, and she asked for the same "
    "replay before the next change. We still meet every month to look at the queue.",
)
NO_LABELS = tell(
    "Search without labels",
    question="Describe work that began with vague goals.",
    situation="A hospital asked us for a search over radiology reports. Nobody knew what a good answer "
    "was, and there were no labels.",
    task="I had to find out what to build within a month.",
    action="I interviewed five radiologists and wrote down 60 questions they ask. I built a first version "
    "on keyword search and let two of them judge its answers. The judgements showed that negation was the "
    "problem, so I added a negation step before I tried any embedding.",
    result="The radiologists found the right report in 52 of the 60 cases, against 31 with the old "
    "search. The hospital signed for the second phase.",
)
NEWCOMER = tell(
    "The first review",
    question="Tell me about a time you mentored someone.",
    situation="A new data scientist joined our pricing team from physics and had never worked with "
    "version control.",
    task="I was asked to help her ship her first model by the end of the quarter.",
    action="I paired with her twice a week on her own code rather than on exercises. I reviewed every "
    "change within a day and wrote down why, so that she could read it again. After a month I asked her "
    "to review mine.",
    result="She shipped her model in week ten. She now reviews half of the team's changes, and two later "
    "newcomers used the notes.",
)
MIGRATION = tell(
    "Moving the feature store",
    situation="Five teams read features from a database that the vendor would switch off in December.",
    task="I led the migration; no team could afford a day without features.",
    action="I proposed to write to both stores for six weeks. Two teams were afraid of the cost, so I "
    "showed them the bill of a three-day trial. We built a checker that compared both stores every hour. "
    "I owned the checker and the order of the moves; Priya's team owned the backfill.",
    result="All five teams moved by the end of November without an outage. The checker found 14 columns "
    "that had been wrong for years, and the platform group made it part of their template.",
)
NOTES_STYLE = tell(
    "Summaries for agents",
    situation="Call centre agents wrote summaries by hand, 4 minutes a call.",
    task="Cut the time in half, keep quality.",
    action="- Collected 500 good summaries from team leads\n- Fine-tuned a 7B model with LoRA\n- Tested "
    "prompt variants against it\n- Rolled out to 10 agents, watched edits\n- Fixed names of products with "
    "a glossary",
    result="- 1.5 minutes a call\n- Agents edit 1 summary in 6\n- Rolled out to 140 agents in May",
)
SECOND_LANGUAGE = tell(
    "Recommendation for small city",
    situation="In my last company we have recommendation for restaurants. For small city it show always "
    "same five place.",
    task="I need to make the list more different, but order number should not go down.",
    action="First I look in the logs and I find that popular place get all the clicks. I add exploration "
    "for ten percent of traffic, because without clicks the model can not learn the new place. My "
    "colleague prepare the dashboard and I run the A/B test for three weeks.",
    result="Number of different place in the list grow from 5 to 19, and orders is the same. The product "
    "manager decide to use it in all small city.",
)
TEAM_ONLY = tell(
    "We did it",
    situation="Our fraud model was old and the company wanted a new one.",
    task="We had to build a better model.",
    action="We collected data. We trained several models. We chose the best one. We deployed it with the "
    "platform team.",
    result="The new model was much better and everybody was happy.",
)
LABELS_ONLY = tell(
    "Worked on things",
    situation="There was a project about demand forecasting in our company.",
    task="I was part of the team.",
    action="I worked on the model and helped with the data. I was involved in many meetings and supported "
    "the team.",
    result="It went well.",
)
OPINION = tell(
    "What I think of testing",
    action="I believe in testing. I am passionate about quality, and I am someone who cares about "
    "details. Good tests are important for every team.",
)
HABIT = tell(
    "How I work",
    situation="In machine learning projects there is usually too little time.",
    action="I usually start with a baseline. I always look at the errors and I would then add features. I "
    "tend to write tests first.",
    result="It generally works.",
)
TOOLS = tell(
    "The stack",
    situation="We needed a platform.",
    task="Build the platform.",
    action="Used Kubernetes, Kafka, Spark, Airflow, MLflow, Feast, Terraform, Docker, Grafana, Prometheus "
    "and PyTorch.",
    result="The platform was a success.",
)
BLAME = tell(
    "The designers",
    question="Describe a quarrel at work.",
    situation="The designers never listened and their plan was stupid. The manager had no idea what users "
    "want.",
    task="I had to save the project.",
    action="I told them that they were wrong and went to the director.",
    result="In the end I was right.",
)
SLOGAN = tell(
    "Learning",
    question="Tell me about a failure.",
    situation="A release of ours was late because the vendor did not deliver.",
    task="We had to ship in April.",
    action="We waited and called the vendor many times.",
    result="We shipped in June. I learned that communication is key.",
)
MISSED = tell(
    "The half of the goal",
    situation="Our ranking service answered in 900 ms at noon, and shoppers left.",
    task="I had to bring it below 300 ms within six weeks.",
    action="I traced a hundred slow requests and found that the service asked for the same prices three "
    "times. I cached the prices for a minute, because they change once an hour. I ruled out a faster "
    "machine, since the trace showed that the processor was idle.",
    result="After six weeks we were at 400 ms and missed the target. I told the shop owners so; the rest "
    "came in March, when the price service moved. Baskets left at noon went down by a tenth.",
)
NO_FIGURE = tell(
    "The review that nobody read",
    situation="Our model reviews were long documents, and the legal team signed them without reading.",
    task="I wanted the legal team to find a risky model before its release.",
    action="I sat with two lawyers for a morning and asked which sentences they look for. I rewrote the "
    "template as one page of answers to those questions rather than a list of metrics. I tried it on the "
    "credit model first.",
    result="The lawyers stopped the next release and asked for a change to the age feature. The page is "
    "now the standard for all four model teams.",
)
HEADLINE = tell(
    "The cheap classifier",
    headline="I replaced a language model by a linear classifier and nobody noticed.",
    situation="In January our mail router called a language model for every message, and the bill grew "
    "each month.",
    task="My task was to halve the bill without a worse answer time.",
    action="I sampled 3,000 messages and found that most of them belong to eight simple topics. I trained "
    "a linear classifier for those and kept the language model for the rest, because rare topics need it. "
    "I compared both on a month of messages before the switch.",
    result="The bill fell by 70%, and the support team saw no change in wrong answers over the next quarter.",
    reflection="I learned to look at the messages before I look at models; on my next project I began "
    "with a sample too.",
)

TELLINGS = (
    Telling("loader", LOADER, QuestionType.ACHIEVEMENT),
    Telling("duplicates", DUPLICATES, QuestionType.ACHIEVEMENT),
    Telling("alerts", ALERTS),
    Telling("stale feature", STALE_FEATURE, QuestionType.FAILURE),
    Telling("threshold", THRESHOLD, QuestionType.CONFLICT),
    Telling("no labels", NO_LABELS, QuestionType.AMBIGUITY),
    Telling("newcomer", NEWCOMER, QuestionType.LEADERSHIP),
    Telling("migration", MIGRATION, QuestionType.LEADERSHIP),
    Telling("notes style", NOTES_STYLE),
    Telling("second language", SECOND_LANGUAGE),
    Telling("team only", TEAM_ONLY),
    Telling("labels only", LABELS_ONLY),
    Telling("opinion", OPINION),
    Telling("habit", HABIT),
    Telling("tools", TOOLS),
    Telling("blame", BLAME, QuestionType.CONFLICT),
    Telling("slogan", SLOGAN, QuestionType.FAILURE),
    Telling("missed", MISSED, QuestionType.ACHIEVEMENT),
    Telling("no figure", NO_FIGURE),
    Telling("headline", HEADLINE, QuestionType.ACHIEVEMENT),
)

OFF_TOPIC = tuple(
    tell("Off topic", **parts)
    for parts in (
        {
            "situation": "My grandmother's garden is full of roses.",
            "action": "I watered the roses every evening.",
        },
        {"action": "The best pasta needs salt, time and patience. Boil the water, then wait."},
        {"situation": "The weather in Porto is mild.", "result": "Most people like it there."},
        {"action": "Gradient descent follows the slope of the loss. The step size matters."},
        {
            "situation": "I like long walks.",
            "action": "I walked along the river.",
            "result": "The evening was beautiful.",
        },
        {"action": "A transformer is a network with attention. It maps a sequence to a sequence."},
        {
            "situation": "Our cat sleeps on the sofa.",
            "action": "She wakes up at noon.",
            "result": "She is happy.",
        },
        {"action": "First, thank you for your time. Second, I look forward to hearing from you."},
    )
)
"""Texts that answer no behavioural question."""
