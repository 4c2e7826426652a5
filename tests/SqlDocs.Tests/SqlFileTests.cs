using SqlDocs.Schema;
using static SqlDocs.Schema.SchemaFact;

namespace SqlDocs.Tests;

public sealed class SqlFileTests
{
    [Fact]
    public void A_dump_is_read_with_its_rows_and_functions_passed_over()
    {
        var facts = Read(""""
            \restrict abc;
            SET client_encoding = 'UTF8';
            CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $body$
            begin
                create table not_this (id integer); -- $$ neither
            end $body$;
            CREATE TABLE public.a (
                id bigint DEFAULT nextval('public.a_id_seq'::regclass) NOT NULL,
                "Odd ""name""" character varying(10)[] DEFAULT '{}'::character varying[],
                price numeric(10,2) DEFAULT 0.00, /* a comment /* in a comment */ */
                at timestamp(3) with time zone,
                CONSTRAINT positive CHECK ((price >= (0)::numeric))
            );
            COPY public.a (id, price) FROM stdin;
            1	create table nor_this (id integer);
            2	it's \\. not over
            \.
            CREATE TABLE b (a_id bigint, n integer) INHERITS (c);
            CREATE TABLE b_2026 PARTITION OF b FOR VALUES FROM (1) TO (2);
            CREATE TEMPORARY TABLE gone (id integer);
            ALTER TABLE ONLY public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);
            ALTER TABLE ONLY public.b
                ADD CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES public.a(id) ON DELETE SET NULL, ADD COLUMN IF NOT EXISTS late text NOT NULL;
            COMMENT ON TABLE public.a IS 'It''s a; table.';
            COMMENT ON COLUMN public.a.price IS E'In\tdollars';
            COMMENT ON FUNCTION public.touch() IS 'x';
            """");
        var (a, b) = (facts.Tables["a"], facts.Tables["b"]);
        Assert.Equal(["a", "b"], facts.Tables.Keys);
        Assert.Equal("It's a; table.", a.Comment);
        Assert.Equal(["id"], a.PrimaryKey);
        Assert.Equal(
            [new("id", "bigint", Nullable: false), new("Odd \"name\"", "character varying(10)[]"), new("price", "numeric(10,2)", Comment: "In\tdollars"), new("at", "timestamp(3) with time zone")],
            a.Columns);
        Assert.Equal([new("a_id", "bigint"), new("n", "integer"), new("late", "text", Nullable: false)], b.Columns);
        Assert.Equal("b.b_a: a_id -> a.id", Assert.Single(facts.Relationships));
    }

    [Fact]
    public void Other_databases_write_a_little_differently()
    {
        var facts = Read("""
            CREATE TABLE [sales].[Order Lines] ([Id] int IDENTITY(1,1) NOT NULL, [key] nvarchar(20), CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC))
            GO
            ALTER TABLE [sales].[Order Lines] WITH CHECK ADD CONSTRAINT [FK] FOREIGN KEY([Id]) REFERENCES [dbo].[Items] ([Id])
            GO
            CREATE TABLE x (id int)
            CREATE TABLE y (id int, key varchar(20))

            CREATE TABLE IF NOT EXISTS `m` (
              `id` int(11) NOT NULL AUTO_INCREMENT COMMENT 'the number',
              kind enum('a','b') DEFAULT NULL,
              PRIMARY KEY (`id`), UNIQUE KEY `u` (`kind`), KEY `i` (`kind`(10)), FULLTEXT KEY f (`kind`),
              CONSTRAINT `c` FOREIGN KEY (`id`) REFERENCES `x` (`id`)
            ) ENGINE=InnoDB COMMENT='of MySQL';
            create table lite (id integer primary key, anything, made text default (date('now', 'utc')) not null);
            """);
        Assert.Equal(["lite", "m", "sales.Order Lines", "x", "y"], facts.Tables.Keys);
        Assert.Equal([new("Id", "int", Nullable: false), new("key", "nvarchar(20)")], facts.Tables["sales.Order Lines"].Columns);
        Assert.Equal("of MySQL", facts.Tables["m"].Comment);
        Assert.Equal([new("id", "int(11)", Nullable: false, "the number"), new("kind", "enum(a,b)")], facts.Tables["m"].Columns);
        Assert.Equal([new("id", "int"), new("key", "varchar(20)")], facts.Tables["y"].Columns);
        Assert.Equal([new("id", "integer", Nullable: false), new("anything", ""), new("made", "text", Nullable: false)], facts.Tables["lite"].Columns);
        Assert.Equal(["sales.Order Lines.FK: Id -> dbo.Items.Id", "m.c: id -> x.id"], facts.Relationships);
    }

    [Theory]
    [InlineData("create table a (\n  id integer,\n  42 text);", "x.sql, line 3: a name was expected, not '42'.")]
    [InlineData("create table a (id integer;", "x.sql, line 1: a ( is never closed.")]
    [InlineData("select 1;\ncreate table a (id text default 'x", "x.sql, line 2: a ' is never closed.")]
    [InlineData("create table;", "x.sql, line 1: a name was expected before the end of the statement.")]
    [InlineData("/* x", "x.sql, line 1: a /* is never closed.")]
    [InlineData("alter table a add foreign key (b) on c;", "x.sql, line 1: 'references' was expected, not 'on'.")]
    public void A_mistake_is_told_with_its_line(string sql, string message) => Assert.Equal(message, Assert.Throws<SchemaException>(() => Read(sql)).Message);

    [Fact]
    public void Whatever_is_cut_off_ends_with_a_message_at_most()
    {
        var sql = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "shop.sql"));
        for (var length = 0; length < sql.Length; length += 7)
        {
            try
            {
                Read(sql[..length]);
            }
            catch (SchemaException)
            {
                // It names the place.
            }
        }
    }

    private static (SortedDictionary<string, Table> Tables, List<string> Relationships) Read(string sql)
    {
        var (tables, relationships) = (new SortedDictionary<string, Table>(StringComparer.Ordinal), new List<string>());
        foreach (var fact in SqlFile.Read(new StringReader(sql), "x.sql"))
        {
            switch (fact)
            {
                case TableFound(var table):
                    tables.Add(table.Name.ToString(), table);
                    break;
                case TableChanged(var name, var change) when tables.TryGetValue(name.ToString(), out var table):
                    tables[name.ToString()] = change(table);
                    break;
                case RelationshipFound(var one):
                    relationships.Add($"{one.FullName}: {string.Join(", ", one.Columns)} -> {one.Target}.{string.Join(", ", one.TargetColumns)}");
                    break;
            }
        }

        return (tables, relationships);
    }
}
