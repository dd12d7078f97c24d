"""Brokers: the people through whom others reach each other.

Betweenness says on what part of the shortest ways between all others somebody lies (Freeman, A
Set of Measures of Centrality Based on Betweenness, 1977; computed as by Brandes, 2001). Its cost
is people times ties, so above a bound it is estimated from some of the people as starting points
(Brandes and Pich, Centrality Estimation in Large Networks, 2007), drawn by a fixed seed.

It orders people, and an order of people is nobody's business: those above are named in the order
of their names, without figures. Brokers are who the network would miss first.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hero.culture.ties.net import Net

if TYPE_CHECKING:
    import networkx as nx

#: The most steps of the search: starting points times (people and ties). A few tenths of a second.
WORK = 200_000
#: How many brokers are named.
NAMED = 5
SEED = 20


@dataclass(frozen=True, slots=True)
class Brokers:
    """Keys of people in the order of their names. `only_way`: others reach each other only there.

    `sampled` is the number of starting points where not all were taken.
    """

    keys: tuple[str, ...]
    only_way: frozenset[str]
    sampled: int | None = None


def brokers(net: Net, work: int = WORK, seed: int = SEED) -> Brokers:
    """The few on most of the ways between others; only those with ties across units."""
    import networkx as nx

    graph = graph_of(net)
    steps = len(graph) + graph.number_of_edges()
    starts = max(1, work // max(1, steps))
    sampled = starts if starts < len(graph) else None
    between = nx.betweenness_centrality(graph, k=sampled, seed=seed)
    outward = _outward(net)
    # Rounded, since a sum of parts can differ in its last digit from machine to machine.
    ranked = sorted(
        (key for key, value in between.items() if round(value, 9) > 0 and key in outward),
        key=lambda key: (-round(between[key], 9), net.members[key].login.lower(), key),
    )
    chosen = frozenset(ranked[:NAMED])
    only = frozenset(nx.articulation_points(graph)) & chosen
    return Brokers(tuple(key for key in net.members if key in chosen), only, sampled)


def pieces(net: Net) -> tuple[int, ...]:
    """How many people each part of the net has that no tie leaves, the largest first."""
    import networkx as nx

    return tuple(sorted(map(len, nx.connected_components(graph_of(net))), reverse=True))


def graph_of(net: Net) -> "nx.Graph[str]":
    """The net as a graph of networkx; nodes and edges in the same order each time."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(net.members)
    graph.add_weighted_edges_from((tie.one, tie.two, tie.weight) for tie in net.ties)
    return graph


def _outward(net: Net) -> set[str]:
    """Those with a tie to another unit; somebody of no known unit counts as one of none."""
    ends = ((tie.one, tie.two) for tie in net.ties if net.unit(tie.one) != net.unit(tie.two))
    return {key for pair in ends for key in pair}
