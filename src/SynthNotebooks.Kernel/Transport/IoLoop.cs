using System.Net;
using System.Net.Sockets;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>The one thread that reads from all sockets and writes what could not be written at once.</summary>
/// <remarks>
/// A thread of its own instead of asynchronous sockets, because those complete on the thread pool: a cell that occupies the pool
/// (<c>Parallel.For</c> with an endless body) would hold up the very interrupt that should stop it.
/// </remarks>
internal sealed class IoLoop : IDisposable
{
    private const int TickMilliseconds = 500, LingerMilliseconds = 1000;

    private readonly Lock _gate = new();
    private readonly List<IPollable> _added = [];
    private readonly Dictionary<Socket, IPollable> _items = [];
    private readonly Socket _bell;
    private readonly Thread _thread;
    private readonly Queue<ManualResetEventSlim> _waiting = [];
    private int _rung;
    private long _deadline;
    private volatile bool _stopping;

    public IoLoop()
    {
        // A datagram socket connected to itself: takes nobody else's packets and exists on every system.
        _bell = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        _bell.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _bell.Connect(_bell.LocalEndPoint!);
        _thread = new Thread(Run) { IsBackground = true, Name = "zmtp" };
        _thread.Start();
    }

    /// <summary>Serves an object from now on.</summary>
    public void Add(IPollable item)
    {
        lock (_gate) _added.Add(item);
        Wake();
    }

    /// <summary>Makes the loop look again at what its objects want.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _rung, 1) == 0) Ring();
    }

    /// <summary>Waits until what has already arrived at the sockets was taken from them (up to the size of one read each).</summary>
    /// <returns>False when that took longer than <paramref name="timeout"/>.</returns>
    public bool CatchUp(TimeSpan timeout)
    {
        var passed = new ManualResetEventSlim(); // left to the collector: the loop may set it after a timeout here
        lock (_gate) _waiting.Enqueue(passed);
        Wake();
        return passed.Wait(timeout);
    }

    /// <summary>Gives what is queued a second to leave, closes every socket and ends the thread.</summary>
    public void Dispose()
    {
        _deadline = Environment.TickCount64 + LingerMilliseconds;
        _stopping = true;
        Ring();
        if (Thread.CurrentThread != _thread) _thread.Join();
    }

    private void Ring()
    {
        try
        {
            _bell.Send([1], SocketFlags.None, out _);
        }
        catch (ObjectDisposedException)
        {
            // The loop has ended: nobody listens any more.
        }
    }

    private void Run()
    {
        var scratch = new byte[256 * 1024];
        List<Socket> readable = [], writable = [];
        var lastTick = Environment.TickCount64;
        List<ManualResetEventSlim> passing = [];
        while (true)
        {
            Collect(readable, writable, passing);
            if (_stopping && (writable.Count == 0 || Environment.TickCount64 > _deadline)) break;
            var timeout = passing.Count > 0 ? 0 : TickMilliseconds * 1000;
            Socket.Select(readable, writable.Count > 0 ? writable : null, null, timeout);
            foreach (var socket in readable)
            {
                if (socket == _bell) Answer(scratch);
                else _items[socket].OnReadable(scratch);
            }
            foreach (var socket in writable) _items[socket].OnWritable();
            foreach (var passed in passing) passed.Set();

            var now = Environment.TickCount64;
            if (now - lastTick < TickMilliseconds) continue;
            lastTick = now;
            foreach (var item in _items.Values) item.OnTick(now);
        }
        foreach (var passed in passing) passed.Set();
        foreach (var item in _items.Values) item.Release();
        _bell.Dispose();
    }

    private void Collect(List<Socket> readable, List<Socket> writable, List<ManualResetEventSlim> passing)
    {
        passing.Clear();
        lock (_gate)
        {
            while (_waiting.TryDequeue(out var passed)) passing.Add(passed);
            foreach (var item in _added) _items.Add(item.Socket, item);
            _added.Clear();
        }
        readable.Clear();
        writable.Clear();
        readable.Add(_bell);
        foreach (var (socket, item) in _items)
        {
            if (item.IsFinished)
            {
                _items.Remove(socket); // allowed while enumerating since .NET Core 3
                item.Release();
                continue;
            }
            readable.Add(socket);
            if (item.WantsWrite) writable.Add(socket);
        }
    }

    private void Answer(byte[] scratch)
    {
        Interlocked.Exchange(ref _rung, 0);
        while (_bell.Receive(scratch, 0, scratch.Length, SocketFlags.None, out var error) > 0 && error == SocketError.Success) { }
    }
}
