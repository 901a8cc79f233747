export const View = ({ items, ...rest }) => (
  <List {...rest} onClick={() => items.clear()}>
    {items.map((item) => <Item key={item.id} text={`no ${item}`} />)} {/* want INSIDE */}
    <>text &amp; more</>
  </List>
);
