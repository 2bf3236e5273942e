namespace PolicyKit.Json.Schemas;

/// <summary>
/// A pattern as a deterministic automaton over UTF-8, whose states are made when a text first leads to them. One pass
/// over the bytes, whatever the pattern:
/// nothing is tried twice, so no pattern can be slow on any text. States are only ever added, under a lock; reading
/// them needs none.
/// </summary>
internal sealed class PatternAutomaton
{
    // A pattern of more steps, or with more states in use, is left to the backtracking engine with its time limit.
    private const int MaxSteps = 5_000;
    private const int MaxStates = 2_000;
    private const int MaxSets = 8;

    private readonly List<Step> _steps = new();
    private readonly List<CharacterSet> _sets = new();
    private readonly List<CharacterSet> _setsBeyondAscii = new();
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly int[] _recent = new int[256];
    private readonly object _lock = new();
    private State _begin = null!;
    private int[] _restart = Array.Empty<int>();

    private PatternAutomaton() { }

    private enum Operation
    {
        /// <summary>Reads a character of a set.</summary>
        Read,
        Split,
        Begin,
        End,
        Accept,
    }

    /// <summary>The automaton; null when the pattern would make it too large.</summary>
    public static PatternAutomaton? Make(PatternNode pattern)
    {
        var automaton = new PatternAutomaton();
        var accept = automaton.Add(Operation.Accept, 0, 0);
        if (automaton.Emit(pattern, accept) is not { } start)
            return null;
        automaton._setsBeyondAscii.AddRange(
            automaton
                ._sets.Where(s => s.AllBeyondAscii() is null)
                .GroupBy(s => s.Key, StringComparer.Ordinal)
                .Select(g => g.First())
        );
        if (automaton._setsBeyondAscii.Count > MaxSets)
            return null;
        automaton._restart = automaton.Closure(new[] { start }, atBegin: false, atEnd: false);
        automaton._begin = automaton.NewState(
            automaton.Closure(new[] { start }, atBegin: true, atEnd: false),
            atBegin: true
        );
        return automaton;
    }

    /// <summary>Whether the pattern is found in a string; null when too many states were needed to tell.</summary>
    public bool? IsMatch(in JsonText.Slice text)
    {
        var (bytes, at, end, state) = (text.Bytes, text.Start, text.End, _begin);
        while (at < end)
        {
            if (state.Accepts)
                return true;
            State? next;
            var b = bytes[at];
            if (b < 0x80)
            {
                at++;
                next = state.Ascii[b] ?? Advance(state, b, b, beyondAscii: false);
            }
            else
            {
                var point = Utf8.CodePoint(bytes, ref at);
                var kind = KindOf(point);
                next = state.BeyondAscii[kind] ?? Advance(state, point, kind, beyondAscii: true);
            }

            if (next is null)
                return null;
            if (next.IsDead)
                return false;
            state = next;
        }

        return state.AcceptsAtEnd;
    }

    // Beyond ASCII, code points are alike when they lie in the same sets. The last ones are remembered, each in one
    // int, so that no lock is needed.
    private int KindOf(int point)
    {
        var remembered = Volatile.Read(ref _recent[point & 255]);
        if (remembered >> MaxSets == point)
            return remembered & ((1 << MaxSets) - 1);
        var kind = 0;
        for (var i = 0; i < _setsBeyondAscii.Count; i++)
            if (_setsBeyondAscii[i].Contains(point))
                kind |= 1 << i;
        Volatile.Write(ref _recent[point & 255], (point << MaxSets) | kind);
        return kind;
    }

    private State? Advance(State state, int point, int slot, bool beyondAscii)
    {
        lock (_lock)
        {
            // A step that does not read on leads nowhere.
            var (targets, count) = (new int[state.Steps.Length], 0);
            foreach (var index in state.Steps)
                if (_steps[index] is { Operation: Operation.Read } step && _sets[step.Second].Contains(point))
                    targets[count++] = step.First;
            Array.Resize(ref targets, count);
            // The pattern may begin anywhere.
            var next = StateOf(Union(Closure(targets, atBegin: false, atEnd: false), _restart));
            if (next is not null)
                Volatile.Write(ref (beyondAscii ? state.BeyondAscii : state.Ascii)[slot], next);
            return next;
        }
    }

    private State? StateOf(int[] steps)
    {
        var key = string.Join(",", steps);
        if (_states.TryGetValue(key, out var known))
            return known;
        return _states.Count >= MaxStates ? null : _states[key] = NewState(steps, atBegin: false);
    }

    private State NewState(int[] steps, bool atBegin)
    {
        var accepts = Array.Exists(steps, i => _steps[i].Operation == Operation.Accept);
        var atEnd =
            accepts || Array.Exists(Closure(steps, atBegin, atEnd: true), i => _steps[i].Operation == Operation.Accept);
        return new State(steps, accepts, atEnd, 1 << _setsBeyondAscii.Count);
    }

    // What can be reached without reading: readers, ends to be passed later, and acceptance.
    private int[] Closure(int[] from, bool atBegin, bool atEnd)
    {
        var (seen, open, kept, count) = (new bool[_steps.Count], new IntList(), new bool[_steps.Count], 0);
        foreach (var start in from)
            open.Add(start);
        while (open.Count > 0)
        {
            var index = open.RemoveLast();
            if (seen[index])
                continue;
            seen[index] = true;
            var step = _steps[index];
            switch (step.Operation)
            {
                case Operation.Split:
                    open.Add(step.First);
                    open.Add(step.Second);
                    break;
                case Operation.Begin when atBegin:
                    open.Add(step.First);
                    break;
                case Operation.Begin:
                    break;
                case Operation.End when atEnd:
                    open.Add(step.First);
                    break;
                default:
                    kept[index] = true;
                    count++;
                    break;
            }
        }

        return Indexes(kept, count);
    }

    private int[] Union(int[] a, int[] b)
    {
        if (b.Length == 0)
            return a;
        var (all, count) = (new bool[_steps.Count], 0);
        foreach (var index in a)
            all[index] = true;
        foreach (var index in b)
            all[index] = true;
        foreach (var one in all)
            count += one ? 1 : 0;
        return Indexes(all, count);
    }

    private static int[] Indexes(bool[] marked, int count)
    {
        var indexes = new int[count];
        for (int i = 0, n = 0; i < marked.Length; i++)
            if (marked[i])
                indexes[n++] = i;
        return indexes;
    }

    private int? Emit(PatternNode node, int next)
    {
        if (_steps.Count > MaxSteps)
            return null;
        switch (node)
        {
            case PatternNode.Characters characters:
                _sets.Add(characters.Set);
                return Add(Operation.Read, next, _sets.Count - 1);
            case PatternNode.Begin:
                return Add(Operation.Begin, next, 0);
            case PatternNode.End:
                return Add(Operation.End, next, 0);
            case PatternNode.Sequence sequence:
                int? at = next;
                for (var i = sequence.Parts.Count - 1; i >= 0 && at is not null; i--)
                    at = Emit(sequence.Parts[i], at.Value);
                return at;
            case PatternNode.Alternatives alternatives:
                int? all = null;
                foreach (var part in alternatives.Parts)
                {
                    if (Emit(part, next) is not { } start)
                        return null;
                    all = all is { } others ? Add(Operation.Split, others, start) : start;
                }

                return all;
            case PatternNode.Repeat repeat:
                return EmitRepeat(repeat, next);
            default:
                return null;
        }
    }

    private int? EmitRepeat(PatternNode.Repeat repeat, int next)
    {
        if (repeat.Minimum > MaxSteps || repeat.Maximum > MaxSteps)
            return null;
        int? at = next;
        if (repeat.Maximum is { } maximum)
            for (var i = repeat.Minimum; i < maximum && at is not null; i++)
                at = Emit(repeat.Part, at.Value) is { } once ? Add(Operation.Split, once, next) : null;
        else
        {
            var loop = Add(Operation.Split, next, next);
            if (Emit(repeat.Part, loop) is not { } body)
                return null;
            _steps[loop] = new Step(Operation.Split, body, next);
            at = loop;
        }

        for (var i = 0; i < repeat.Minimum && at is not null; i++)
            at = Emit(repeat.Part, at.Value);
        return at;
    }

    private int Add(Operation operation, int first, int second)
    {
        _steps.Add(new Step(operation, first, second));
        return _steps.Count - 1;
    }

    /// <summary>
    /// First is where it goes on; Second is the other way of a split, or the set that a reader reads.
    /// </summary>
    private sealed record Step(Operation Operation, int First, int Second);

    private sealed class State(int[] steps, bool accepts, bool acceptsAtEnd, int kinds)
    {
        public int[] Steps { get; } = steps;

        public bool Accepts { get; } = accepts;

        public bool AcceptsAtEnd { get; } = acceptsAtEnd;

        public bool IsDead => Steps.Length == 0;

        public State?[] Ascii { get; } = new State?[128];

        public State?[] BeyondAscii { get; } = new State?[kinds];
    }
}
