declare module "*.ftl?raw&first" {
  const text: string;
  export default text;
}
declare module "*.ftl?raw&later" {
  const text: string;
  export default text;
}
