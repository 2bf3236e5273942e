// The tests share the examples' build folders and the process's environment.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
