using PolicyKit.Cli.Failures;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// Does a piece of work for each item on every core, and gives the results in the order of the items.
/// </summary>
internal static class OrderedWork
{
    // How far the workers may run ahead of the reader: memory is bounded by it, whatever the number of items.
    private const int Window = 256;

    public static IEnumerable<TResult> Run<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work)
    {
        using var stop = new CancellationTokenSource();
        var pending = new TaskCompletionSource<TResult>[Window];
        var (next, ahead) = (-1, new SemaphoreSlim(Window));
        for (var i = 0; i < Window; i++)
            pending[i] = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Work()
        {
            while (!stop.IsCancellationRequested)
            {
                ahead.Wait();
                var index = Interlocked.Increment(ref next);
                if (index >= items.Count || stop.IsCancellationRequested)
                    return;
                var slot = Volatile.Read(ref pending[index % Window]);
                try
                {
                    slot.SetResult(work(items[index]));
                }
                // Thrown again where the result is read, in the order of the items.
                catch (Exception e)
                {
                    slot.SetException(e);
                }
            }
        }

        var workers = new Thread[Math.Min(Environment.ProcessorCount, items.Count)];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(Work) { IsBackground = true };
            workers[i].Start();
        }

        try
        {
            for (var index = 0; index < items.Count; index++)
            {
                var slot = pending[index % Window];
                TResult result;
                try
                {
                    result = slot.Task.GetAwaiter().GetResult();
                }
                catch (CheckException failure)
                {
                    throw new CliException(failure);
                }

                Volatile.Write(
                    ref pending[index % Window],
                    new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously)
                );
                ahead.Release();
                yield return result;
            }
        }
        finally
        {
            stop.Cancel();
            ahead.Release(workers.Length);
            foreach (var worker in workers)
                worker.Join();
        }
    }
}
