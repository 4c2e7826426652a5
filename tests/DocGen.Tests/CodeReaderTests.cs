using DocGen.Reading;

namespace DocGen.Tests;

public sealed class CodeReaderTests
{
    [Fact]
    public void The_shipped_folder_has_the_67_symbols_of_the_published_run()
    {
        var code = CodeReader.Read(new DocGenOptions().Folder);
        Assert.Equal((67, 10), (code.Symbols.Count, code.Files.Count));
        Assert.Equal(67, code.Symbols.DistinctBy(symbol => symbol.Id).Count());
        var money = code.Files["Money.cs"];
        Assert.Equal(["Money", "Money.Zero", "Money.Add", "Money.Times", "Money.ToString"], money.Symbols);
        Assert.Equal(["BookingDesk.cs", "Fares.cs"], money.UsedBy);
        Assert.Contains("IForecast (Weather.cs)", code.Files["Dispatcher.cs"].Uses);
        Assert.DoesNotContain(code.Symbols, symbol => symbol.Name.Contains('_'));
    }

    [Fact]
    public void Types_and_visible_members_are_read_with_their_signatures()
    {
        using var folder = new TempFolder();
        folder.Write("a/Shapes.cs", """
            namespace Shapes;

            [Serializable]
            public abstract partial class Shape<T>(T size) : IShape
                where T : struct
            {
                public const int Corners = 4;
                private int _hidden;
                protected T Size => size;
                public event EventHandler? Changed;
                public Shape() : this(default) { }
                public static bool operator ==(Shape<T> left, Shape<T> right) => true;
                public static bool operator !=(Shape<T> left, Shape<T> right) => false;
                public int this[int index] => index;
                public void Draw(string name = "x", params int[] more)
                {
                    void Local() { }
                    Local();
                }
                void Hidden() { }
                internal enum Colour { Red }
            }
            public interface IShape { void Draw(string name, params int[] more); }
            public delegate void Drawn(string name);
            """);
        folder.Write("b/More.cs", "namespace Shapes; public abstract partial class Shape<T> { public void More() { } }");
        folder.Write("b/Broken.cs", "namespace Shapes; public class Broken { public Unknown Half(");
        folder.Write("obj/Generated.cs", "class Generated { }");
        var code = CodeReader.Read(folder.Path);
        Assert.Equal(
            [
                "class Shape<T> | public abstract partial class Shape<T>(T size) : IShape where T : struct",
                "constant Shape<T>.Corners | public const int Corners = 4",
                "property Shape<T>.Size | protected T Size { get; }",
                "event Shape<T>.Changed | public event EventHandler? Changed",
                "constructor Shape<T>.Shape | public Shape()",
                "method Shape<T>.operator == | public static bool operator ==(Shape<T> left, Shape<T> right)",
                "method Shape<T>.operator != | public static bool operator !=(Shape<T> left, Shape<T> right)",
                "indexer Shape<T>.this | public int this[int index] { get; }",
                "method Shape<T>.Draw | public void Draw(string name = \"x\", params int[] more)",
                "enum Shape<T>.Colour | internal enum Colour",
                "interface IShape | public interface IShape",
                "method IShape.Draw | void Draw(string name, params int[] more)",
                "delegate Drawn | public delegate void Drawn(string name)",
            ],
            code.Symbols.Where(symbol => symbol.File == "a/Shapes.cs").Select(symbol => $"{symbol.Kind} {symbol.Name} | {symbol.Signature}"));
        Assert.Equal(["Shape<T>.More"], code.Files["b/More.cs"].Symbols);
        Assert.Equal(["Broken", "Broken.Half"], code.Files["b/Broken.cs"].Symbols);
        Assert.DoesNotContain(code.Files.Keys, file => file.StartsWith("obj", StringComparison.Ordinal));
        Assert.Equal(3, code.Symbols[0].Line);
    }

    [Fact]
    public void A_folder_without_code_says_so()
    {
        using var folder = new TempFolder();
        Assert.Equal($"'{folder.Path}' has no C# to document.", Assert.Throws<DocGenException>(() => CodeReader.Read(folder.Path)).Message);
        Assert.Equal($"'{folder["none"]}' is no folder.", Assert.Throws<DocGenException>(() => CodeReader.Read(folder["none"])).Message);
    }
}
